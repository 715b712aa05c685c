package dev.connections.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.domain.properties.HasAnnotations;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a user of an exported type can see of it: its own header and its public and protected members. */
final class ExportedSignature {
    private ExportedSignature() {}

    static DescribedPredicate<JavaClass> isExportedFrom(List<String> packages) {
        return DescribedPredicate.describe(
                "are exported",
                type -> packages.contains(type.getPackageName()) && isVisible(type) && !type.isAnonymousClass());
    }

    static ArchCondition<JavaClass> notMention(String what, DescribedPredicate<? super JavaClass> forbidden) {
        return new ArchCondition<>("not mention " + what) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                mentionedByHeader(type).filter(forbidden).forEach(found -> report(type.getName(), found, events));
                visibleMembers(type)
                        .forEach(member -> mentionedBy(member)
                                .filter(forbidden)
                                .forEach(found -> report(member.getFullName(), found, events)));
            }
        };
    }

    static Stream<JavaMember> visibleMembers(JavaClass type) {
        return type.getMembers().stream()
                .filter(member -> isVisible(member.getModifiers()))
                .filter(member -> !member.getModifiers().contains(JavaModifier.SYNTHETIC));
    }

    private static boolean isVisible(JavaClass type) {
        return isVisible(type.getModifiers())
                && type.getEnclosingClass().map(ExportedSignature::isVisible).orElse(true);
    }

    private static boolean isVisible(Set<JavaModifier> modifiers) {
        return modifiers.contains(JavaModifier.PUBLIC) || modifiers.contains(JavaModifier.PROTECTED);
    }

    private static Stream<JavaClass> mentionedByHeader(JavaClass type) {
        Stream<JavaType> supertypes = Stream.concat(type.getSuperclass().stream(), type.getInterfaces().stream());
        Stream<JavaType> all = Stream.concat(supertypes, type.getTypeParameters().stream());
        return Stream.concat(all.flatMap(ExportedSignature::rawTypes), annotations(type))
                .distinct();
    }

    private static Stream<JavaClass> mentionedBy(JavaMember member) {
        Stream<JavaClass> own =
                member instanceof JavaCodeUnit code ? mentionedBy(code) : rawTypes(((JavaField) member).getType());
        return Stream.concat(own, annotations(member)).distinct();
    }

    private static Stream<JavaClass> mentionedBy(JavaCodeUnit code) {
        Stream<JavaType> types = Stream.of(
                        Stream.of(code.getReturnType()),
                        code.getParameterTypes().stream(),
                        code.getTypeParameters().stream())
                .flatMap(each -> each);
        return Stream.concat(types.flatMap(ExportedSignature::rawTypes), code.getExceptionTypes().stream());
    }

    private static Stream<JavaClass> annotations(HasAnnotations<?> annotated) {
        return annotated.getAnnotations().stream().map(annotation -> annotation.getRawType());
    }

    private static Stream<JavaClass> rawTypes(JavaType type) {
        return type.getAllInvolvedRawTypes().stream().collect(Collectors.toSet()).stream()
                .map(JavaClass::getBaseComponentType);
    }

    private static void report(String where, JavaClass found, ConditionEvents events) {
        events.add(SimpleConditionEvent.violated(found, where + " mentions " + found.getName()));
    }
}
