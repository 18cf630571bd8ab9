package dev.issuelink.host;

import dev.issuelink.config.SecretReference;
import java.util.Optional;

/**
 * Finds the values of secrets: in the environment, in a vault, wherever the host keeps them. Called on every use, from
 * any thread, so that an exchanged secret takes effect at once; cache where looking up is slow.
 */
@FunctionalInterface
public interface SecretResolver {
    /**
     * Looks a secret up.
     *
     * @param reference which one
     * @return its value, or empty if this resolver does not know it; the next resolver is then asked
     */
    Optional<Secret> resolve(SecretReference reference);

    /**
     * Keeps the new value of a secret that its tracker exchanged, such as a rotated refresh token: the old value is
     * worthless from now on. Called from any thread, before the new value is used; what it throws counts as not kept.
     * What no resolver keeps, an engine with a {@link Cipher} keeps sealed in its store.
     *
     * @param reference which one
     * @param value its new value, which {@link #resolve} gives from now on, after a restart too
     * @return whether it is kept; false by default, the next resolver is then asked
     */
    default boolean keep(SecretReference reference, Secret value) {
        return false;
    }

    /**
     * Reads the environment variable of that name.
     *
     * @return the resolver
     */
    static SecretResolver environment() {
        return reference -> Optional.ofNullable(System.getenv(reference.name())).map(Secret::of);
    }

    /**
     * Reads the system property of that name.
     *
     * @return the resolver
     */
    static SecretResolver systemProperties() {
        return reference ->
                Optional.ofNullable(System.getProperty(reference.name())).map(Secret::of);
    }

    /**
     * Reads the file of a reference such as {@code file:/run/secrets/token}, anew on every use. Line ends at its end are
     * not part of the secret. Other references, and files that are not there, are not known to this resolver; a file
     * that cannot be read, is larger than 64 KiB or is not UTF-8 is an {@link IllegalStateException}.
     *
     * @return the resolver
     */
    static SecretResolver files() {
        return SecretFiles::resolve;
    }

    /**
     * This resolver, and another where this one does not know.
     *
     * @param next the other
     * @return both in order
     */
    default SecretResolver orElse(SecretResolver next) {
        var first = this;
        return new SecretResolver() {
            @Override
            public Optional<Secret> resolve(SecretReference reference) {
                return first.resolve(reference).or(() -> next.resolve(reference));
            }

            @Override
            public boolean keep(SecretReference reference, Secret value) {
                return first.keep(reference, value) || next.keep(reference, value);
            }
        };
    }
}
