/**
 * Up to so many activities a search with much time goes on with annealing around its best schedule; with more the
 * population alone is better. Measured on processor time: with 60 annealing pays; with 120 it does not, at 260,000 to 1,000,000 passes.
 */
export const mostAnnealed = 90;
