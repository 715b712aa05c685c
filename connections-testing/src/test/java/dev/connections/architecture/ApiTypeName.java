package dev.connections.architecture;

import java.lang.reflect.AnnotatedArrayType;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.AnnotatedWildcardType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Types as {@code api.txt} writes them, seen from {@code home}: generic, with their nullness, and without the package
 * where it is {@code java.…} or the one of {@code home}.
 */
record ApiTypeName(Class<?> home) {
    String of(AnnotatedType type) {
        String nullness = isNullable(type) ? "@Nullable " : "";
        if (type instanceof AnnotatedArrayType array) {
            return of(array.getAnnotatedGenericComponentType()) + (nullness.isEmpty() ? "" : " " + nullness) + "[]";
        }
        if (type instanceof AnnotatedParameterizedType generic) {
            return nullness
                    + of((Class<?>) ((ParameterizedType) generic.getType()).getRawType())
                    + list("<", ">", generic.getAnnotatedActualTypeArguments());
        }
        if (type instanceof AnnotatedWildcardType wildcard) {
            return "?" + bounds(" super ", wildcard.getAnnotatedLowerBounds()) + upperBounds(wildcard);
        }
        return nullness + of(type.getType());
    }

    String of(Class<?> type) {
        String name = type.getCanonicalName();
        String itsPackage = type.getPackageName();
        return itsPackage.startsWith("java.") || itsPackage.equals(home.getPackageName())
                ? name.substring(itsPackage.length() + 1)
                : name;
    }

    String parameters(TypeVariable<?>[] variables) {
        return variables.length == 0
                ? ""
                : Arrays.stream(variables)
                        .map(variable -> variable.getName() + bounds(" extends ", variable.getAnnotatedBounds()))
                        .collect(Collectors.joining(", ", "<", ">"));
    }

    String list(String before, String after, AnnotatedType... types) {
        return types.length == 0
                ? ""
                : Arrays.stream(types).map(this::of).collect(Collectors.joining(", ", before, after));
    }

    private String of(Type type) {
        return type instanceof Class<?> plain && !plain.isPrimitive() ? of(plain) : type.getTypeName();
    }

    private String upperBounds(AnnotatedWildcardType wildcard) {
        return wildcard.getAnnotatedLowerBounds().length > 0
                ? ""
                : bounds(" extends ", wildcard.getAnnotatedUpperBounds());
    }

    private String bounds(String word, AnnotatedType... bounds) {
        boolean none = bounds.length == 0
                || (bounds.length == 1 && bounds[0].getType().equals(Object.class) && !isNullable(bounds[0]));
        return none ? "" : word + Arrays.stream(bounds).map(this::of).collect(Collectors.joining(" & "));
    }

    private static boolean isNullable(AnnotatedElement type) {
        return type.isAnnotationPresent(Nullable.class);
    }
}
