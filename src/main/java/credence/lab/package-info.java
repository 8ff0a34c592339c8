/// Worlds whose truth is known: a market with regimes, fleets of bots with known skill, and the files they would export.
/// Makes the sample data, feeds scenario tests and measures the learners. Knows the core only; every number comes from a
/// seed, and what is made from a seed once is made from it for ever.
@NullMarked
package credence.lab;

import org.jspecify.annotations.NullMarked;
