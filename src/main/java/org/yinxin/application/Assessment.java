package org.yinxin.application;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yinxin.register.EnterpriseEntry;
import org.yinxin.register.SealFiling;

/**
 * What the registers and the books say, at this moment, of something that was submitted.
 *
 * @param enterprise its entry in the market register; absent when there is none (any more)
 * @param filing the filing of the physical seal; absent when there is none
 */
public record Assessment(
        @Nullable EnterpriseEntry enterprise, @Nullable SealFiling filing, Set<Obstacle> obstacles) {}
