package dev.connections.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What the names of exported methods and fields may not be. */
final class ExportedNames {
    /** The hard keywords of Kotlin: a caller there had to write the name in backticks. */
    // https://kotlinlang.org/docs/keyword-reference.html#hard-keywords (read 2026-11-20)
    private static final Set<String> KOTLIN_HARD_KEYWORDS = Set.of(
            "as",
            "break",
            "class",
            "continue",
            "do",
            "else",
            "false",
            "for",
            "fun",
            "if",
            "in",
            "interface",
            "is",
            "null",
            "object",
            "package",
            "return",
            "super",
            "this",
            "throw",
            "true",
            "try",
            "typealias",
            "typeof",
            "val",
            "var",
            "when",
            "while");

    private ExportedNames() {}

    static ArchCondition<JavaClass> notBeKotlinKeywords() {
        return notMatch("names that are Kotlin keywords", member -> KOTLIN_HARD_KEYWORDS.contains(member.getName()));
    }

    static ArchCondition<JavaClass> haveNoGetPrefix() {
        return notMatch(
                "accessors that start with get",
                member -> member instanceof JavaMethod method
                        && method.getName().matches("get[A-Z].*")
                        && !isInherited(method));
    }

    private static ArchCondition<JavaClass> notMatch(String what, Predicate<JavaMember> forbidden) {
        return new ArchCondition<>("have no " + what) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                ExportedSignature.visibleMembers(type)
                        .filter(member -> member instanceof JavaMethod || member instanceof JavaField)
                        .filter(forbidden)
                        .forEach(member -> events.add(SimpleConditionEvent.violated(
                                member, member.getFullName() + " is one of the " + what)));
            }
        };
    }

    /** Whether somebody else chose the name: {@code Throwable} and other supertypes that are not ours. */
    private static boolean isInherited(JavaMethod method) {
        JavaClass owner = method.getOwner();
        return Stream.concat(owner.getAllRawSuperclasses().stream(), owner.getAllRawInterfaces().stream())
                .filter(type -> !type.getPackageName().startsWith(Room.ROOT))
                .flatMap(type -> type.getMethods().stream())
                .anyMatch(other -> other.getName().equals(method.getName()));
    }
}
