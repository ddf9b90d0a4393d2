/// The version of Interlock: semantic versioning of the command line, its formats and rule ids.
package let interlockVersion = "0.1.0"
