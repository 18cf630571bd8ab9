/** Bugs planted in the adapters, to prove that the contract suites see them. */
@NullMarked
package dev.issuelink.verify.planting;

import org.jspecify.annotations.NullMarked;
