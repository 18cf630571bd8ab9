package dev.issuelink.model;

import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What should become of one field: keep it, set it, or clear it. So that "not mentioned" and "make it empty" are never
 * confused.
 *
 * @param <T> the field's value
 */
public sealed interface Change<T> {
    /**
     * Leaves the field as it is.
     *
     * @param <T> the field's value
     * @return the change
     */
    @SuppressWarnings("unchecked")
    static <T> Change<T> keep() {
        return (Change<T>) Keep.INSTANCE;
    }

    /**
     * Gives the field a value.
     *
     * @param value the value
     * @param <T> the field's value
     * @return the change
     */
    static <T> Change<T> set(T value) {
        return new Set<>(value);
    }

    /**
     * Makes the field empty.
     *
     * @param <T> the field's value
     * @return the change
     */
    @SuppressWarnings("unchecked")
    static <T> Change<T> clear() {
        return (Change<T>) Clear.INSTANCE;
    }

    /**
     * Answers by case.
     *
     * @param keep when the field is left as it is
     * @param set when it gets a value
     * @param clear when it is made empty
     * @param <R> the answer
     * @return what the chosen function returned
     */
    default <R extends @Nullable Object> R match(Supplier<R> keep, Function<T, R> set, Supplier<R> clear) {
        if (this instanceof Set<T> change) {
            return set.apply(change.value);
        }
        return this instanceof Clear ? clear.get() : keep.get();
    }

    /**
     * Whether the field is left as it is.
     *
     * @return true if nothing changes
     */
    default boolean isKeep() {
        return this instanceof Keep;
    }

    /**
     * The field is left as it is.
     *
     * @param <T> the field's value
     */
    record Keep<T>() implements Change<T> {
        private static final Keep<?> INSTANCE = new Keep<>();

        @Override
        public String toString() {
            return "keep";
        }
    }

    /**
     * The field gets a value.
     *
     * @param value the value
     * @param <T> the field's value
     */
    record Set<T>(T value) implements Change<T> {
        /** Checks the value. */
        public Set {
            Objects.requireNonNull(value, "value");
        }

        @Override
        public String toString() {
            return "set";
        }
    }

    /**
     * The field is made empty.
     *
     * @param <T> the field's value
     */
    record Clear<T>() implements Change<T> {
        private static final Clear<?> INSTANCE = new Clear<>();

        @Override
        public String toString() {
            return "clear";
        }
    }
}
