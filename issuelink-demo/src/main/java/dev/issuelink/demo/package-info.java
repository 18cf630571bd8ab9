/** A small host application. */
@NullMarked
package dev.issuelink.demo;

import org.jspecify.annotations.NullMarked;
