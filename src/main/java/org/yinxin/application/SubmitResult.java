package org.yinxin.application;

import java.util.Set;

/** What came of submitting an application. */
public sealed interface SubmitResult {

    /** It is with the bureaus, now or since an earlier press of the same button. */
    record Submitted() implements SubmitResult {}

    /** Pages are still to be filled in. */
    record Incomplete(Set<ApplicationPart> missing) implements SubmitResult {}

    /** The registers or the books speak against it. */
    record Hindered(Set<Obstacle> obstacles) implements SubmitResult {}
}
