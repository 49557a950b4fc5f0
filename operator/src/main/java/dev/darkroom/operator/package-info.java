/** The operator's commands: they call AWS as any tool does, here and on AWS. */
package dev.darkroom.operator;
