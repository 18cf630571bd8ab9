/** Tests of the archives on the module path and on the class path. */
@NullMarked
package dev.issuelink.verify.modulepath;

import org.jspecify.annotations.NullMarked;
