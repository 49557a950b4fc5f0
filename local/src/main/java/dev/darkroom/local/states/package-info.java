/**
 * AWS Step Functions, embedded. {@code asl} reads and checks definitions, {@code jsonata} evaluates
 * what is computed in them, {@code execution} runs them, {@code journal} keeps executions in files,
 * and this package is the service with its wire.
 */
package dev.darkroom.local.states;
