package org.yinxin.sealing;

/** What happens to a use. */
public enum UseEvent {
    AUTHORISE,
    SEAL,
    RECORD,
    RELEASE,
    REFUSE,
    ABANDON,
    EXPIRE
}
