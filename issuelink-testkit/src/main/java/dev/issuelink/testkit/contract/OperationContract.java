package dev.issuelink.testkit.contract;

import dev.issuelink.spi.Capability;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;

/** What the contracts share that hold for every operation. */
abstract class OperationContract extends AdapterContract {
    private @Nullable Path file;

    final Operation.Arguments arguments() {
        var key = people().openIssue("A pattern", "Words");
        var comment = people().comment(key, "Words");
        needs(Capability.READ_ISSUES);
        return new Operation.Arguments(
                read(key).reference(), comment, harness().otherProject(), newMarker(), now(), file());
    }

    private Path file() {
        try {
            var made = Files.createTempFile("issuelink", ".txt");
            file = Files.writeString(made, "content");
            return made;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @AfterEach
    final void deleteFile() throws IOException {
        if (file != null) {
            Files.deleteIfExists(file);
        }
    }

    final Stream<Operation> declared() {
        return Stream.of(Operation.values()).filter(operation -> operation.declaredBy(adapter()));
    }

    static DynamicTest test(Operation operation, Runnable body) {
        return DynamicTest.dynamicTest(operation.name(), body::run);
    }
}
