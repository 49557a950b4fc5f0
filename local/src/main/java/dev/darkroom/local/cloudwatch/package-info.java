/**
 * The part of Amazon CloudWatch that raises alarms. Metrics are kept to the second, and an alarm
 * looks each second at the periods that end in that moment; CloudWatch looks each minute at periods
 * that begin with a full one. So an alarm is raised sooner than on AWS, by the same rules.
 */
package dev.darkroom.local.cloudwatch;
