/** Tests of what the modules may know of each other, and of their shape. */
@NullMarked
package dev.issuelink.verify.architecture;

import org.jspecify.annotations.NullMarked;
