/** Which of a section's claims stands for the others: the higher the number, the sooner. */
export const prominenceOf = { title: 60, status: 50, heading: 40, row: 30, field: 25, item: 20, prose: 10 } as const;
