package dev.connections.architecture;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Random;
import java.util.Set;

/**
 * What a library that tests must be able to steer, and that must never be predictable, does not call.
 *
 * <p>Time comes from the injected clock, secrets from {@code SecureRandom}, messages go to SLF4J, and waiting is a
 * latch or a schedule.
 */
final class ForbiddenApi {
    private static final Set<String> METHODS = Set.of(
            "java.lang.System.currentTimeMillis",
            "java.lang.Thread.sleep",
            "java.util.concurrent.TimeUnit.sleep",
            "java.util.concurrent.ThreadLocalRandom.current",
            "java.lang.Math.random");
    private static final Set<String> FIELDS = Set.of("java.lang.System.out", "java.lang.System.err");

    /** Listens to the console, and so has to put something in its place. */
    private static final String LISTENER = "dev.connections.testing.internal.canary.Console";

    private ForbiddenApi() {}

    static ArchCondition<JavaClass> beCalled() {
        return new ArchCondition<>("call an API that cannot be steered") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                type.getAccessesFromSelf().stream()
                        .filter(ForbiddenApi::isForbidden)
                        .forEach(access -> events.add(SimpleConditionEvent.satisfied(access, access.getDescription())));
            }
        };
    }

    private static boolean isForbidden(JavaAccess<?> access) {
        JavaClass owner = access.getTargetOwner();
        String name = owner.getName() + "." + access.getTarget().getName();
        return METHODS.contains(name)
                || (FIELDS.contains(name) && !access.getOriginOwner().getName().equals(LISTENER))
                || owner.isEquivalentTo(Random.class)
                || (owner.isAssignableTo(Throwable.class) && name.endsWith(".printStackTrace"))
                || readsTheWallClock(access);
    }

    /** {@code Instant.now()} and its like; {@code Instant.now(clock)} is the way it should be. */
    private static boolean readsTheWallClock(JavaAccess<?> access) {
        return access.getTargetOwner().getPackageName().equals("java.time")
                && access.getTarget().getName().equals("now")
                && access.getTarget() instanceof CodeUnitAccessTarget target
                && target.getRawParameterTypes().isEmpty();
    }
}
