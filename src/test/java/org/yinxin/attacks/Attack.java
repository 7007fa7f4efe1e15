package org.yinxin.attacks;

/**
 * A file made to deceive or to harm.
 *
 * @param reason for which it must be refused, by the engine's own stable name
 */
record Attack(String name, byte[] file, String reason) {

    @Override
    public String toString() {
        return name;
    }
}
