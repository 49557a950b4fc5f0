package dev.darkroom.local.deploy;

import dev.darkroom.local.template.Properties;

/** Brings up the resources of one type. */
@FunctionalInterface
interface Deployer {
  /**
   * Deploys a resource. Properties that it does not read are refused by name afterwards.
   *
   * @throws dev.darkroom.local.template.UnsupportedTemplate when the local run cannot do what a
   *     property asks for
   */
  Deployed deploy(String logicalId, Properties properties) throws Exception;
}
