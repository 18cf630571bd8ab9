package dev.issuelink.core.internal.config;

import dev.issuelink.config.SecretReference;
import dev.issuelink.core.internal.secret.KeptSecrets;
import dev.issuelink.error.ErrorCode;
import dev.issuelink.error.StoreException;
import dev.issuelink.error.TrackerException;
import dev.issuelink.host.Secret;
import dev.issuelink.host.SecretResolver;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds the values of secrets by asking the host's resolvers in order, anew for every use, and then what became of them
 * if trackers exchanged them. Remembers nothing. Safe for several threads if the resolvers are.
 */
public final class Secrets {
    private static final Logger LOG = LoggerFactory.getLogger(Secrets.class);
    private static final String OPERATION = "secret";

    private final List<SecretResolver> resolvers;
    private final Optional<KeptSecrets> kept;

    private Secrets(List<SecretResolver> resolvers, Optional<KeptSecrets> kept) {
        this.resolvers = List.copyOf(resolvers);
        this.kept = kept;
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
        return new Secrets(resolvers, Optional.empty());
    }

    /**
     * The same, and what trackers exchange is kept there where no resolver keeps it.
     *
     * @param keeper where
     * @return the secrets
     */
    public Secrets keepingIn(KeptSecrets keeper) {
        return new Secrets(resolvers, Optional.of(keeper));
    }

    /**
     * Looks a secret up.
     *
     * @param tracker the tracker that needs it, for the message
     * @param reference which one
     * @return its value, never an empty one: what it was exchanged for, or else what is configured
     * @throws TrackerException with {@link ErrorCode#AUTHENTICATION} if no resolver knows it or it is empty, and with
     *     {@link ErrorCode#UNAVAILABLE} if a resolver failed and no other knew it, or if what it was exchanged for cannot
     *     be looked up or opened; without any value and without the resolver's exception, whose words nobody knows
     */
    public Secret find(String tracker, SecretReference reference) {
        var configured = configured(tracker, reference);
        return kept.flatMap(keeper -> reached(tracker, () -> keeper.find(reference, configured)))
                .orElse(configured);
    }

    /**
     * All that secrets were exchanged for and that may be alive, whatever is configured at present.
     *
     * @param references which ones
     * @return the values
     * @throws TrackerException with {@link ErrorCode#UNAVAILABLE} if they cannot be looked up or opened
     */
    public List<Secret> exchanged(Collection<SecretReference> references) {
        return kept.map(keeper -> reached("issuelink", () -> keeper.findAll(references)))
                .orElse(List.of());
    }

    /**
     * Looks up what the host configures as a secret at present, whatever it was exchanged for.
     *
     * @param tracker the tracker that needs it, for the message
     * @param reference which one
     * @return its value, never an empty one
     * @throws TrackerException as {@link #find} does
     */
    public Secret configured(String tracker, SecretReference reference) {
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
     * Keeps the new value of a secret that a tracker exchanged: with the first resolver that keeps it, or else sealed in
     * the store if there is a cipher.
     *
     * @param tracker the tracker that exchanged it, for the message
     * @param reference which one
     * @param value its new value
     * @return whether it is kept; a resolver that fails counts as not keeping it
     * @throws TrackerException with {@link ErrorCode#UNAVAILABLE} if it cannot be sealed or stored
     */
    public boolean keep(String tracker, SecretReference reference, Secret value) {
        if (resolvers.stream().anyMatch(resolver -> isKeptBy(resolver, reference, value))) {
            kept.ifPresent(keeper -> forget(keeper, reference));
            return true;
        }
        kept.ifPresent(keeper -> reached(tracker, () -> {
            keeper.keep(reference, configured(tracker, reference), value);
            return true;
        }));
        return kept.isPresent();
    }

    // What is left over belongs to a value that the host no longer gives, so it harms nobody.
    private static void forget(KeptSecrets keeper, SecretReference reference) {
        try {
            keeper.forget(reference);
        } catch (StoreException failure) {
            LOG.info("What was kept as {} is not needed any more but could not be removed", reference);
        }
    }

    private static <T> T reached(String tracker, Supplier<T> work) {
        try {
            return work.get();
        } catch (StoreException failure) {
            throw TrackerException.of(ErrorCode.UNAVAILABLE, tracker, OPERATION)
                    .message(failure.getMessage())
                    .cause(failure)
                    .build();
        }
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
