import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createWordFinder, holdsTest, readTestId, wordsInReport } from '../../../server/src/model/evidence/testIds';

const python = `
import pytest

@pytest.mark.parametrize('role', ['admin', 'guest'])
def test_login(role):
    assert role

class TestBerths:
    def test_is_free(self):
        assert True
`;
const spec = `
describe('berths', () => {
  it('frees a berth after "departure"', () => {});
  it("doesn't double-book", () => {});
});
`;

test('reads file and name', () => {
  assert.deepEqual(readTestId('tests/test_x.py::test_login'), { file: 'tests/test_x.py', name: 'test_login' });
  assert.deepEqual(readTestId('tests/test_x.py::TestC::test_y[a-1]'), { file: 'tests/test_x.py', name: 'test_y[a-1]' });
  assert.deepEqual(readTestId('src/a.spec.ts > berths > frees a berth'), {
    file: 'src/a.spec.ts',
    name: 'frees a berth',
  });
  assert.deepEqual(readTestId('src/a.spec.ts › frees'), { file: 'src/a.spec.ts', name: 'frees' });
});

test('looks for the whole name in the file', () => {
  const holds = (source: string, id: string) => holdsTest(source, readTestId(id));
  assert.equal(holds(python, 'test_x.py::test_login'), true);
  assert.equal(holds(python, 'test_x.py::test_login[admin]'), true);
  assert.equal(holds(python, 'test_x.py::TestBerths::test_is_free'), true);
  assert.equal(holds(python, 'test_x.py::test_log'), false);
  assert.equal(holds(python, 'test_x.py::test_login_twice'), false);
  assert.equal(holds(spec, 'a.spec.ts > berths > frees a berth after "departure"'), true);
  assert.equal(holds(spec, "a.spec.ts > berths > doesn't double-book"), true);
  assert.equal(holds(spec, 'a.spec.ts > berths > sinks'), false);
});

test('titles that are put together at run time leave it open', () => {
  const id = readTestId('a.spec.ts > adds 1 and 2');
  assert.equal(holdsTest("it.each([[1, 2]])('adds %i and %i', () => {});", id), undefined);
  assert.equal(holdsTest('test(`adds ${a} and ${b}`, () => {});', id), undefined);
  assert.equal(holdsTest('for (const title of titles) test(title, () => {});', id), undefined);
  assert.equal(holdsTest("test('adds', () => {});", id), false);
});

test('finds words in pieces, as XML and JSON write them', () => {
  const found = (words: readonly string[], ...chunks: readonly string[]) => {
    const finder = createWordFinder(words);
    return chunks.map((chunk) => finder.push(chunk)).some(Boolean) || finder.end();
  };
  assert.equal(found(['test_login'], '<testcase name="test_lo', 'gin"/>'), true);
  assert.equal(found(['test_login'], '<testcase name="test_login', '_twice"/>'), false);
  assert.equal(found(['test_login'], '<testcase name="test_login', '"/>'), true);
  assert.equal(found(['test_login'], 'test_login'), true);
  assert.equal(found(['login'], 'a long text that ends in test_', 'login", and more of it'), false);
  assert.equal(found(['login'], ...Array.from('a test_login, once more')), false);
  assert.equal(found(['login'], ...Array.from('a login, once more')), true);
  assert.equal(found(['a "b" <c>'], '<testcase name="a &quot;b&quot; &lt;c&gt;"/>'), true);
  assert.equal(found(['a "b"'], String.raw`{"title":"a \"b\""}`), true);
  assert.equal(found(['test_x', 'test_login'], '<testcase classname="tests.test_x" ', 'name="test_login"/>'), true);
  assert.equal(found(['test_z', 'test_login'], '<testcase classname="tests.test_x" ', 'name="test_login"/>'), false);
});

test('a report has to name the file too where there is none', () => {
  const id = readTestId('tests/test_x.py::test_login');
  assert.deepEqual(wordsInReport(id, true), ['test_login']);
  assert.deepEqual(wordsInReport(id, false), ['test_x', 'test_login']);
});
