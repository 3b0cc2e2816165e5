// `npm start` shows the first steps where there would be an empty window.
const { commands } = require('vscode');

exports.activate = () =>
  commands.executeCommand('workbench.action.openWalkthrough', 'nianbao.nianbao#start', false);
