/// Three taxonomies of the market, each a mapping from one feature vector, each with its probability, its reason and its warm-up;
/// and the Gaussian hidden Markov model behind the five. Only filtered probabilities decide anything.
@NullMarked
package credence.core.regime;

import org.jspecify.annotations.NullMarked;
