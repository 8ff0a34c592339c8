/// What a trader settles once for files of one kind and keeps by name: which column means what, in which zone and money, and
/// whose the rows are.
///
/// [ImportProfile] is the whole of it. For a file of no known format it holds a [Mapping]; for a known one only the answers to
/// what the format leaves open, and rules. `ImportService.survey` looks at a file and proposes: it gives the header, sample rows,
/// the format if one is known, what still has to be asked ([Need]) and, for an unknown header, a [MappingProposal] with a
/// confidence for each column. Let the trader correct the proposal with [Mapping#with(Role, ColumnRef)] and the like, make an
/// [ImportProfile] of it, hand it to `ImportOptions.using(profile)` for the preview (`ImportService.plan`), and save it with
/// `ProfileService.save` when the trader wants to keep it.
@NullMarked
package credence.service.port.mapping;

import org.jspecify.annotations.NullMarked;
