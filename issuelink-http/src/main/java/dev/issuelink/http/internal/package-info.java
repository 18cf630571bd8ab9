/** Small tools of the kernel that know nothing of its types: encoding, header syntax, redaction. Not exported. */
@NullMarked
package dev.issuelink.http.internal;

import org.jspecify.annotations.NullMarked;
