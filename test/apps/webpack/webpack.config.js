const HtmlWebpackPlugin = require('html-webpack-plugin');

module.exports = {
  mode: 'production',
  entry: './src/main.mjs',
  plugins: [new HtmlWebpackPlugin({ template: './src/index.html' })],
  module: { rules: [{ test: /\.css$/, use: ['style-loader', 'css-loader'] }] },
  // The demo adapter brings a fictional shop along; your own adapter does not.
  performance: { hints: false },
};
