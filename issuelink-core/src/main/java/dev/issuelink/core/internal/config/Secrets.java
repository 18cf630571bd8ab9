package dev.issuelink.core.internal.config;

import dev.issuelink.config.SecretReference;
import dev.issuelink.error.ErrorCode;
import dev.issuelink.error.TrackerException;
import dev.issuelink.host.Secret;
import dev.issuelink.host.SecretResolver;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds the values of secrets by asking the host's resolvers in order, anew for every use; nothing is kept. Safe for
 * several threads if the resolvers are.
 */
public final class Secrets {
    private static final String OPERATION = "secret";

    private final List<SecretResolver> resolvers;

    private Secrets(List<SecretResolver> resolvers) {
        this.resolvers = List.copyOf(resolvers);
    }

    /**
     * What is asked if the host names no resolvers: the environment, the system properties, then files.
     *
     * @return the secrets
     */
    public static Secrets standard() {
        return of(List.of(SecretResolver.environment(), SecretResolver.systemProperties(), SecretResolver.files()));
    }

    /**
     * Secrets of the host's own resolvers and of no others.
     *
     * @param resolvers whom to ask, in order
     * @return the secrets
     */
    public static Secrets of(List<SecretResolver> resolvers) {
        return new Secrets(resolvers);
    }

    /**
     * Looks a secret up.
     *
     * @param tracker the tracker that needs it, for the message
     * @param reference which one
     * @return its value, never an empty one
     * @throws TrackerException with {@link ErrorCode#AUTHENTICATION} if no resolver knows it or it is empty, and with
     *     {@link ErrorCode#UNAVAILABLE} if a resolver failed and no other knew it; without any value and without the
     *     resolver's exception, whose words nobody knows
     */
    public Secret find(String tracker, SecretReference reference) {
        var failures = new ArrayList<String>();
        for (var resolver : resolvers) {
            var secret = ask(resolver, reference, failures);
            if (secret.isPresent()) {
                return notEmpty(tracker, reference, secret.get());
            }
        }
        throw failures.isEmpty() ? unknown(tracker, reference) : failed(tracker, reference, failures);
    }

    /**
     * Keeps the new value of a secret that a tracker exchanged.
     *
     * @param reference which one
     * @param value its new value
     * @return whether a resolver keeps it; one that fails counts as not keeping it
     */
    public boolean keep(SecretReference reference, Secret value) {
        return resolvers.stream().anyMatch(resolver -> isKeptBy(resolver, reference, value));
    }

    private static boolean isKeptBy(SecretResolver resolver, SecretReference reference, Secret value) {
        try {
            return resolver.keep(reference, value);
        } catch (RuntimeException notKept) {
            return false;
        }
    }

    private static Optional<Secret> ask(SecretResolver resolver, SecretReference reference, List<String> failures) {
        try {
            return resolver.resolve(reference);
        } catch (RuntimeException e) {
            failures.add(e.getClass().getName());
            return Optional.empty();
        }
    }

    private static Secret notEmpty(String tracker, SecretReference reference, Secret secret) {
        if (secret.reveal().isBlank()) {
            throw refused(tracker, "The secret " + reference + " is empty; give it its value.");
        }
        return secret;
    }

    private static TrackerException unknown(String tracker, SecretReference reference) {
        var name = reference.name();
        var advice = name.startsWith("file:")
                ? "see that the file is there and give the engine the resolver SecretResolver.files()"
                : "set the environment variable or the system property " + name
                        + ", or give the engine a resolver that knows it";
        return refused(tracker, "No resolver knows the secret " + reference + "; " + advice + ".");
    }

    private static TrackerException refused(String tracker, String message) {
        return TrackerException.of(ErrorCode.AUTHENTICATION, tracker, OPERATION)
                .message(message)
                .build();
    }

    private static TrackerException failed(String tracker, SecretReference reference, List<String> failures) {
        return TrackerException.of(ErrorCode.UNAVAILABLE, tracker, OPERATION)
                .message("The secret " + reference + " could not be looked up: a resolver failed with "
                        + String.join(", ", failures) + "; see that the place where it is kept can be reached.")
                .build();
    }
}
