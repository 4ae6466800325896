import type { PlacedClaim } from '../claims/claimIndex';
import { showSideBySide } from '../review/showClaim';
import type { Command } from '../services';

/** Shows a claim of the Review view with its evidence beside it. */
export const showClaim: Command<[placed?: PlacedClaim]> =
  ({ server, reviewView }) =>
  async (placed) => {
    if (!placed) return;
    reviewView.explain(placed);
    await showSideBySide(server, placed);
  };
