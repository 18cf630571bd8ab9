package dev.issuelink.event;

import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What is expected and what is there.
 *
 * @param left what is expected, or null for nothing
 * @param right what is there, or null for nothing
 */
record Pair<T>(@Nullable T left, @Nullable T right) {
    boolean inBoth() {
        return left != null && right != null;
    }

    boolean isRemoved() {
        return right == null;
    }

    boolean equal() {
        return Objects.equals(left, right);
    }

    T expected() {
        return Objects.requireNonNull(left);
    }

    T actual() {
        return Objects.requireNonNull(right);
    }

    <R> Pair<R> map(Function<T, @Nullable R> mapper) {
        return new Pair<>(left == null ? null : mapper.apply(left), right == null ? null : mapper.apply(right));
    }
}
