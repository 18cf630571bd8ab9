package dev.issuelink.verify.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.function.Predicate;

/** The compiled code of all published modules. */
final class Code {
    static final String ROOT = "dev.issuelink";

    private static final JavaClasses PUBLISHED = new ClassFileImporter()
            .withImportOption(location -> !location.contains("/test-classes/") && !location.contains("issuelink-demo"))
            .withImportOption(new ImportOption.DoNotIncludePackageInfos())
            .importPackages(ROOT);

    private Code() {}

    static JavaClasses published() {
        return PUBLISHED;
    }

    /** The module whose code a package is. */
    static String module(String packageName) {
        var rest = packageName.equals(ROOT) ? "" : packageName.substring(ROOT.length() + 1);
        var first = rest.contains(".") ? rest.substring(0, rest.indexOf('.')) : rest;
        return switch (first) {
            case "http", "core", "github", "jira", "gitlab", "jdbc", "testkit", "demo", "verify" -> first;
            default -> "api";
        };
    }

    static boolean isOurs(JavaClass type) {
        return type.getPackageName().equals(ROOT) || type.getPackageName().startsWith(ROOT + ".");
    }

    static DescribedPredicate<JavaClass> in(String... modules) {
        return ours(
                "code of " + String.join(", ", modules),
                type -> List.of(modules).contains(module(type.getPackageName())));
    }

    static DescribedPredicate<JavaClass> ours(String description, Predicate<JavaClass> test) {
        return DescribedPredicate.describe(description, type -> isOurs(type) && test.test(type));
    }

    /** Whether an application can name a type: it and all around it are public, and its package is exported. */
    static boolean isExported(JavaClass type) {
        var visible = type.getModifiers().contains(com.tngtech.archunit.core.domain.JavaModifier.PUBLIC)
                && !type.getPackageName().contains(".internal")
                && !type.isAnonymousClass();
        return visible && type.getEnclosingClass().map(Code::isExported).orElse(true);
    }
}
