package org.yinxin.seal;

import java.util.Optional;

/** What may happen to a seal. */
public enum SealStep {
    /** 制发. */
    ISSUE,
    /** 启用. */
    ACTIVATE,
    /** 停用. */
    SUSPEND,
    /** 恢复. */
    RESUME,
    /** 注销. */
    REVOKE,
    /** 续期: this version was made to take the place of the one before. */
    RENEW,
    /** 换发. */
    REPLACE,
    /** 更换密钥: another key takes the place of the legal representative's lost one. */
    REPLACE_KEY,
    /** 过期. */
    EXPIRE,
    /** The chain did not take the issue. */
    REFUSE_ISSUE,
    /** The chain did not take the activation. */
    REFUSE_ACTIVATION,
    /** The chain did not take the resumption. */
    REFUSE_RESUMPTION,
    /** The chain did not take the newer version. */
    REFUSE_RENEWAL,
    /** The chain did not take the other key. */
    REFUSE_KEY;

    /** What follows when the chain refuses this step; nothing where the step stops uses, for it stands all the same. */
    Optional<SealStep> refusal() {
        return switch (this) {
            case ISSUE -> Optional.of(REFUSE_ISSUE);
            case ACTIVATE -> Optional.of(REFUSE_ACTIVATION);
            case RENEW -> Optional.of(REFUSE_RENEWAL);
            case REPLACE_KEY -> Optional.of(REFUSE_KEY);
            case RESUME -> Optional.of(REFUSE_RESUMPTION);
            default -> Optional.empty();
        };
    }
}
