/// The desktop: one face of the services, put together here from its screens. Shows what the services say and hands
/// them what the trader wants; decides nothing itself.
@NullMarked
package credence.desktop;

import org.jspecify.annotations.NullMarked;
