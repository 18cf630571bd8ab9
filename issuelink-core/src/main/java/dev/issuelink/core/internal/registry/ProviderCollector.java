package dev.issuelink.core.internal.registry;

import dev.issuelink.error.ConfigurationException;
import dev.issuelink.error.ConfigurationFault;
import dev.issuelink.spi.IssueTrackerProvider;
import dev.issuelink.spi.ProviderDescription;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes providers in, one by one, and checks what they say of themselves. Not for several threads. */
final class ProviderCollector {
    private static final Logger LOG = LoggerFactory.getLogger(ProviderRegistry.class);
    private static final Pattern TYPE = Pattern.compile("[a-z][a-z0-9-]*");

    private final Map<String, IssueTrackerProvider> providers = new LinkedHashMap<>();
    private final Map<String, ProviderDescription> descriptions = new LinkedHashMap<>();
    private final List<ConfigurationFault> faults = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();

    /** Takes a provider that the host made. What is wrong with it refuses the whole registry. */
    void give(IssueTrackerProvider provider) {
        try {
            take(provider);
        } catch (RuntimeException | LinkageError e) {
            fault("The provider " + name(provider) + " cannot be used: " + reason(e));
        }
    }

    /** Takes a provider that was found. One that is broken hides no other. */
    void found(IssueTrackerProvider provider) {
        if (providers.values().stream().noneMatch(known -> known.getClass() == provider.getClass())) {
            try {
                take(provider);
            } catch (RuntimeException | LinkageError e) {
                problem(name(provider) + " (" + reason(e) + ")");
            }
        }
    }

    /** Notes that a provider could not even be made. */
    void problem(String problem) {
        LOG.atWarn().addArgument(problem).log("An issue tracker provider could not be loaded: {}");
        problems.add(problem);
    }

    ProviderRegistry registry() {
        if (!faults.isEmpty()) {
            throw new ConfigurationException(faults);
        }
        return new ProviderRegistry(providers, descriptions, problems);
    }

    private void take(IssueTrackerProvider provider) {
        var type = String.valueOf(provider.type());
        if (!TYPE.matcher(type).matches()) {
            throw new IllegalArgumentException(
                    "its type must be lower-case letters, digits and \"-\", beginning with a letter");
        }
        var description = Objects.requireNonNull(provider.describe(), "its description is null");
        var other = providers.putIfAbsent(type, provider);
        if (other == null) {
            descriptions.put(type, description);
        } else if (other != provider) {
            fault("Two providers have the type \"" + type + "\": " + name(other) + " and " + name(provider)
                    + "; keep one of them on the class path.");
        }
    }

    private void fault(String problem) {
        faults.add(ConfigurationFault.of("", problem));
    }

    private static String name(IssueTrackerProvider provider) {
        return provider.getClass().getName();
    }

    private static String reason(Throwable e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }
}
