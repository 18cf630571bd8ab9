/** Objects, issues, links and the other nouns: immutable values, safe to share between threads. */
@NullMarked
package dev.issuelink.model;

import org.jspecify.annotations.NullMarked;
