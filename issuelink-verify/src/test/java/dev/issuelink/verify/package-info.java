/** Tests of the whole: what no module can show alone. */
@NullMarked
package dev.issuelink.verify;

import org.jspecify.annotations.NullMarked;
