package dev.issuelink.core.internal.guard.secret;

import java.util.List;
import java.util.stream.Stream;

/** All formats, by families. Another one is another line in its family and another sample in the test. */
final class Formats {
    private static final List<Format> ALL = Stream.of(
                    ForgeFormats.ALL,
                    CloudFormats.ALL,
                    ServiceFormats.ALL,
                    KeyFormats.ALL,
                    HashFormats.ALL,
                    AddressFormats.ALL,
                    DatabaseFormats.ALL,
                    HttpFormats.ALL,
                    CommandFormats.ALL,
                    AssignmentFormats.ALL,
                    PersonalFormats.ALL)
            .flatMap(List::stream)
            .toList();

    private Formats() {}

    static List<Format> all() {
        return ALL;
    }
}
