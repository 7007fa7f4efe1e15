package org.yinxin.application;

/** All three bureaus approved the same content: what was asked for happens in this very transaction. */
public sealed interface ContentApproved permits ApplicationApproved, KeyReplacementApproved {}
