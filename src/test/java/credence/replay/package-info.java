/// One history, one state: however it was imported, cut, kept, restored and computed.
@org.jspecify.annotations.NullMarked
package credence.replay;
