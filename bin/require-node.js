// Plain old syntax on purpose: this file must also run on a Node that is too old for the rest.
var parts = process.versions.node.split(".").map(Number);
if (parts[0] < 20 || (parts[0] === 20 && parts[1] < 19)) {
  console.error("tawatur needs Node 20.19 or newer; this is Node " + process.versions.node + ".");
  process.exit(1);
}
