package dev.connections.architecture;

import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One exported type as {@code api.txt} writes it: a header, and the members in the order of their texts. */
final class ApiType {
    private static final Set<String> ALWAYS_THERE = Set.of("equals", "hashCode", "toString");

    private final Class<?> type;
    private final ApiTypeName names;
    private final Predicate<Class<?>> exported;

    ApiType(Class<?> type, Predicate<Class<?>> exported) {
        this.type = type;
        this.names = new ApiTypeName(type);
        this.exported = exported;
    }

    List<String> lines() {
        Stream<String> members = Stream.of(fields(), constructors(), methods())
                .flatMap(each -> each)
                .map("    "::concat)
                .distinct()
                .sorted();
        return Stream.concat(Stream.of(header()), members).toList();
    }

    private String header() {
        return modifiers()
                + kind() + " "
                + type.getCanonicalName()
                + names.parameters(type.getTypeParameters())
                + components()
                + superclass()
                + interfaces()
                + permits();
    }

    private String modifiers() {
        int hidden = type.isInterface() ? Modifier.ABSTRACT | Modifier.STATIC : Modifier.STATIC;
        int implied = type.isEnum() || type.isRecord() ? Modifier.FINAL | Modifier.ABSTRACT : 0;
        String written = Modifier.toString(type.getModifiers() & ~hidden & ~implied & ~Modifier.INTERFACE);
        return written + " " + sealing();
    }

    private String sealing() {
        boolean below = Stream.concat(Stream.ofNullable(type.getSuperclass()), Arrays.stream(type.getInterfaces()))
                .anyMatch(Class::isSealed);
        boolean open = below && !Modifier.isFinal(type.getModifiers()) && !type.isSealed();
        return type.isSealed() && !type.isEnum() ? "sealed " : open ? "non-sealed " : "";
    }

    private String kind() {
        if (type.isAnnotation()) {
            return "@interface";
        }
        if (type.isInterface()) {
            return "interface";
        }
        return type.isEnum() ? "enum" : type.isRecord() ? "record" : "class";
    }

    private String components() {
        return type.isRecord()
                ? Arrays.stream(type.getRecordComponents())
                        .map(each -> names.of(each.getAnnotatedType()) + " " + each.getName())
                        .collect(Collectors.joining(", ", "(", ")"))
                : "";
    }

    private String superclass() {
        Class<?> above = type.getSuperclass();
        boolean implied = above == null || above == Object.class || above == Record.class || type.isEnum();
        return implied || isHidden(above) ? "" : " extends " + names.of(type.getAnnotatedSuperclass());
    }

    private String interfaces() {
        AnnotatedType[] shown = Arrays.stream(type.getAnnotatedInterfaces())
                .filter(each -> !isHidden(raw(each)))
                .toArray(AnnotatedType[]::new);
        return names.list(type.isInterface() ? " extends " : " implements ", "", shown);
    }

    /** Only exported subtypes: nobody outside can see, or be surprised by, the others. */
    private String permits() {
        return type.isSealed() && !type.isEnum()
                ? Arrays.stream(type.getPermittedSubclasses())
                        .filter(exported)
                        .map(names::of)
                        .sorted()
                        .collect(Collectors.joining(", ", " permits ", ""))
                        .replaceFirst(" permits $", "")
                : "";
    }

    private Stream<String> fields() {
        return withHiddenSupertypes()
                .flatMap(owner -> Arrays.stream(owner.getDeclaredFields()))
                .filter(this::isVisible)
                .map(this::field);
    }

    private String field(Field field) {
        return field.isEnumConstant()
                ? "enum constant " + field.getName()
                : modifiers(field) + names.of(field.getAnnotatedType()) + " " + field.getName();
    }

    private Stream<String> constructors() {
        return Arrays.stream(type.getDeclaredConstructors())
                .filter(this::isVisible)
                .filter(constructor -> !isCanonical(constructor))
                .map(this::constructor);
    }

    private String constructor(Constructor<?> constructor) {
        return modifiers(constructor)
                + names.parameters(constructor.getTypeParameters())
                + type.getSimpleName()
                + signature(constructor);
    }

    private Stream<String> methods() {
        return withHiddenSupertypes()
                .flatMap(owner -> Arrays.stream(owner.getDeclaredMethods()))
                .filter(this::isVisible)
                .filter(method -> !isImplied(method) && !isOverriddenHere(method))
                .map(this::method);
    }

    private String method(Method method) {
        String generic = names.parameters(method.getTypeParameters());
        return modifiers(method)
                + (method.isDefault() ? "default " : "")
                + (generic.isEmpty() ? "" : generic + " ")
                + names.of(method.getAnnotatedReturnType())
                + " " + method.getName()
                + signature(method)
                + (method.getDefaultValue() == null ? "" : " default");
    }

    private String signature(Executable code) {
        String parameters = names.list("(", ")", code.getAnnotatedParameterTypes());
        String written = code.isVarArgs() ? parameters.replaceFirst("\\[]\\)$", "...)") : parameters;
        return (written.isEmpty() ? "()" : written) + names.list(" throws ", "", code.getAnnotatedExceptionTypes());
    }

    private String modifiers(Member member) {
        int shown = Modifier.PUBLIC | Modifier.PROTECTED | Modifier.STATIC | Modifier.FINAL | Modifier.ABSTRACT;
        int implied = member.getDeclaringClass().isInterface() ? Modifier.PUBLIC | Modifier.ABSTRACT : 0;
        String written = Modifier.toString(member.getModifiers() & shown & ~implied);
        return written.isEmpty() ? "" : written + " ";
    }

    private boolean isVisible(Member member) {
        boolean inherited = Modifier.isProtected(member.getModifiers()) && !Modifier.isFinal(type.getModifiers());
        return !member.isSynthetic() && (Modifier.isPublic(member.getModifiers()) || inherited);
    }

    private boolean isCanonical(Constructor<?> constructor) {
        return type.isRecord()
                && Arrays.equals(
                        constructor.getParameterTypes(),
                        Arrays.stream(type.getRecordComponents())
                                .map(RecordComponent::getType)
                                .toArray());
    }

    /** Whether the header, or Java itself, says already that the method exists. */
    private boolean isImplied(Method method) {
        boolean accessor = type.isRecord()
                && method.getParameterCount() == 0
                && Arrays.stream(type.getRecordComponents())
                        .anyMatch(each -> each.getName().equals(method.getName()));
        boolean ofEnum = type.isEnum() && Set.of("values", "valueOf").contains(method.getName());
        return accessor || ofEnum || ALWAYS_THERE.contains(method.getName());
    }

    private boolean isOverriddenHere(Method method) {
        return method.getDeclaringClass() != type
                && Arrays.stream(type.getDeclaredMethods())
                        .filter(own -> !own.isSynthetic())
                        .anyMatch(own -> own.getName().equals(method.getName())
                                && Arrays.equals(own.getParameterTypes(), method.getParameterTypes()));
    }

    /** Public members of a supertype that is not exported itself reach the user through this type. */
    private Stream<Class<?>> withHiddenSupertypes() {
        return Stream.concat(Stream.of(type), hiddenAbove(type)).distinct();
    }

    private Stream<Class<?>> hiddenAbove(Class<?> below) {
        Stream<Class<?>> above =
                Stream.concat(Stream.ofNullable(below.getSuperclass()), Arrays.stream(below.getInterfaces()));
        return above.filter(this::isHidden).flatMap(each -> Stream.concat(Stream.of(each), hiddenAbove(each)));
    }

    private boolean isHidden(Class<?> supertype) {
        return supertype.getName().startsWith(Room.ROOT + ".") && !exported.test(supertype);
    }

    private static Class<?> raw(AnnotatedType type) {
        return type.getType() instanceof Class<?> plain
                ? plain
                : (Class<?>) ((java.lang.reflect.ParameterizedType) type.getType()).getRawType();
    }
}
