/** The stores over JDBC, for hosts whose links have to last. */
@NullMarked
package dev.issuelink.jdbc;

import org.jspecify.annotations.NullMarked;
