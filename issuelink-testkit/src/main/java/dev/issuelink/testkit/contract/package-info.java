/** Contract suites for authors of providers and stores. */
@NullMarked
package dev.issuelink.testkit.contract;

import org.jspecify.annotations.NullMarked;
