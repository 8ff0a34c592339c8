/// What the use cases need from outside: a fact log, an archive, snapshots, settings, audit, readers of files.
/// Plain records and interfaces; implemented by store and imports.
@NullMarked
package credence.service.port;

import org.jspecify.annotations.NullMarked;
