// @ts-check
// Runs inside the report view. The report reads without it: it adds what needs the editor (saving, copying) and follows
// links within the page.
(() => {
  const vscode = acquireVsCodeApi();

  /** What a drawing looks like here, written into a copy: outside, neither the style of the page nor the theme is there. */
  const drawnProperties = ['fill', 'stroke', 'stroke-width', 'font-family', 'font-size', 'font-weight', 'text-anchor'];

  /** @param {SVGSVGElement} svg */
  function standalone(svg) {
    const copy = /** @type {SVGSVGElement} */ (svg.cloneNode(true));
    const originals = [svg, ...svg.querySelectorAll('*')];
    [copy, ...copy.querySelectorAll('*')].forEach((element, index) => {
      const original = originals[index];
      if (!original) return;
      const style = getComputedStyle(original);
      for (const name of drawnProperties) {
        const value = style.getPropertyValue(name);
        // A pattern is named by its place in this page.
        if (!value.includes('url(')) element.setAttribute(name, value);
      }
      element.removeAttribute('class');
    });
    const { width, height } = svg.viewBox.baseVal;
    const ground = document.createElementNS('http://www.w3.org/2000/svg', 'rect');
    ground.setAttribute('width', String(width));
    ground.setAttribute('height', String(height));
    ground.setAttribute('fill', getComputedStyle(document.body).backgroundColor);
    copy.prepend(ground);
    return new XMLSerializer().serializeToString(copy);
  }

  /** @param {SVGSVGElement} svg @returns {Promise<string>} base64 */
  async function picture(svg) {
    const { width, height } = svg.viewBox.baseVal;
    const image = new Image();
    image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(standalone(svg))}`;
    await image.decode();
    const canvas = document.createElement('canvas');
    // Twice as large: sharp on paper and on dense screens.
    canvas.width = 2 * width;
    canvas.height = 2 * height;
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    return canvas.toDataURL('image/png').split(',')[1] ?? '';
  }

  function addChartButtons() {
    const words = document.body.dataset;
    for (const figure of document.querySelectorAll('figure')) {
      const svg = figure.querySelector('svg');
      if (!svg) continue;
      const caption = document.createElement('figcaption');
      for (const format of ['svg', 'png']) {
        const button = document.createElement('button');
        button.type = 'button';
        button.textContent = (format === 'svg' ? words.saveSvg : words.savePng) ?? '';
        button.setAttribute(
          'aria-label',
          `${button.textContent}: ${svg.getAttribute('aria-label')?.split('.')[0] ?? ''}`,
        );
        button.addEventListener('click', async () => {
          const content = format === 'svg' ? standalone(svg) : await picture(svg);
          vscode.postMessage({ type: 'saveChart', format, name: svg.id, content });
        });
        caption.append(button);
      }
      figure.append(caption);
    }
  }

  /** @param {string} id */
  function goTo(id) {
    const target = document.getElementById(id);
    if (!target) return;
    if (target instanceof HTMLDetailsElement) target.open = true;
    target.scrollIntoView();
    const focused = target instanceof HTMLDetailsElement ? target.querySelector('summary') : target;
    focused?.focus({ preventScroll: true });
  }

  document.addEventListener('click', (event) => {
    const element = event.target instanceof Element ? event.target.closest('a, button') : null;
    const action = element instanceof HTMLButtonElement ? element.dataset.action : undefined;
    if (action) vscode.postMessage({ type: action });
    const address = element instanceof HTMLAnchorElement ? element.getAttribute('href') : null;
    if (address?.startsWith('#')) {
      goTo(address.slice(1));
      event.preventDefault();
    }
  });

  window.addEventListener('message', ({ data }) => {
    if (data.type === 'outdated') {
      const notice = document.getElementById('outdated');
      if (notice) notice.hidden = false;
    }
    if (data.type !== 'body') return;
    const report = document.getElementById('report');
    if (!report) return;
    const open = [...document.querySelectorAll('details[open]')].map(({ id }) => id);
    const closed = [...document.querySelectorAll('details:not([open])')].map(({ id }) => id);
    report.innerHTML = data.body;
    for (const details of report.querySelectorAll('details')) {
      if (open.includes(details.id)) details.open = true;
      if (closed.includes(details.id)) details.open = false;
    }
    const notice = document.getElementById('outdated');
    if (notice) notice.hidden = true;
    addChartButtons();
  });

  addChartButtons();
  // What was told before anybody listened is told again.
  vscode.postMessage({ type: 'ready' });
})();
