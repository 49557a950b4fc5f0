package dev.darkroom.core;

/**
 * Why a job was rejected or failed.
 *
 * @param code for programs, in capitals: {@code TRUNCATED}
 * @param detail for people: what is wrong and what to do
 */
public record JobError(String code, String detail) {}
