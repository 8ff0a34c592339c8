/// Charts over time: belief, weights, lines, bars and the learning history, on one shared time axis and cursor.
/// The only package that knows chartfx. What is drawn is a plain `TimePicture`, built off the FX thread.
@NullMarked
package credence.desktop.chart;

import org.jspecify.annotations.NullMarked;
