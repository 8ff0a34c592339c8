/// What tests share: makers of rows and workspaces, and the harness that kills a program and looks what is left.
@org.jspecify.annotations.NullMarked
package credence.testkit;
