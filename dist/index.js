/******/ (() => { // webpackBootstrap
/******/ 	"use strict";
/******/ 	var __webpack_modules__ = ({});
/************************************************************************/
/******/ 	// The module cache
/******/ 	var __webpack_module_cache__ = {};
/******/ 	
/******/ 	// The require function
/******/ 	function __nccwpck_require__(moduleId) {
/******/ 		// Check if module is in cache
/******/ 		var cachedModule = __webpack_module_cache__[moduleId];
/******/ 		if (cachedModule !== undefined) {
/******/ 			return cachedModule.exports;
/******/ 		}
/******/ 		// Create a new module (and put it into the cache)
/******/ 		var module = __webpack_module_cache__[moduleId] = {
/******/ 			// no module.id needed
/******/ 			// no module.loaded needed
/******/ 			exports: {}
/******/ 		};
/******/ 	
/******/ 		// Execute the module function
/******/ 		var threw = true;
/******/ 		try {
/******/ 			__webpack_modules__[moduleId](module, module.exports, __nccwpck_require__);
/******/ 			threw = false;
/******/ 		} finally {
/******/ 			if(threw) delete __webpack_module_cache__[moduleId];
/******/ 		}
/******/ 	
/******/ 		// Return the exports of the module
/******/ 		return module.exports;
/******/ 	}
/******/ 	
/************************************************************************/
/******/ 	/* webpack/runtime/asset-relocator-loader */
/******/ 	if (typeof __nccwpck_require__ !== 'undefined') __nccwpck_require__.ab = __dirname + "/";
/******/ 	
/******/ 	/* webpack/runtime/compat get default export */
/******/ 	(() => {
/******/ 		// getDefaultExport function for compatibility with non-harmony modules
/******/ 		__nccwpck_require__.n = (module) => {
/******/ 			var getter = module && module.__esModule ?
/******/ 				() => (module['default']) :
/******/ 				() => (module);
/******/ 			__nccwpck_require__.d(getter, { a: getter });
/******/ 			return getter;
/******/ 		};
/******/ 	})();
/******/ 	
/******/ 	/* webpack/runtime/create fake namespace object */
/******/ 	(() => {
/******/ 		var getProto = Object.getPrototypeOf ? (obj) => (Object.getPrototypeOf(obj)) : (obj) => (obj.__proto__);
/******/ 		var leafPrototypes;
/******/ 		// create a fake namespace object
/******/ 		// mode & 1: value is a module id, require it
/******/ 		// mode & 2: merge all properties of value into the ns
/******/ 		// mode & 4: return value when already ns object
/******/ 		// mode & 16: return value when it's Promise-like
/******/ 		// mode & 8|1: behave like require
/******/ 		__nccwpck_require__.t = function(value, mode) {
/******/ 			if(mode & 1) value = this(value);
/******/ 			if(mode & 8) return value;
/******/ 			if(typeof value === 'object' && value) {
/******/ 				if((mode & 4) && value.__esModule) return value;
/******/ 				if((mode & 16) && typeof value.then === 'function') return value;
/******/ 			}
/******/ 			var ns = Object.create(null);
/******/ 			__nccwpck_require__.r(ns);
/******/ 			var def = {};
/******/ 			leafPrototypes = leafPrototypes || [null, getProto({}), getProto([]), getProto(getProto)];
/******/ 			for(var current = mode & 2 && value; typeof current == 'object' && !~leafPrototypes.indexOf(current); current = getProto(current)) {
/******/ 				Object.getOwnPropertyNames(current).forEach((key) => (def[key] = () => (value[key])));
/******/ 			}
/******/ 			def['default'] = () => (value);
/******/ 			__nccwpck_require__.d(ns, def);
/******/ 			return ns;
/******/ 		};
/******/ 	})();
/******/ 	
/******/ 	/* webpack/runtime/define property getters */
/******/ 	(() => {
/******/ 		// define getter functions for harmony exports
/******/ 		__nccwpck_require__.d = (exports, definition) => {
/******/ 			for(var key in definition) {
/******/ 				if(__nccwpck_require__.o(definition, key) && !__nccwpck_require__.o(exports, key)) {
/******/ 					Object.defineProperty(exports, key, { enumerable: true, get: definition[key] });
/******/ 				}
/******/ 			}
/******/ 		};
/******/ 	})();
/******/ 	
/******/ 	/* webpack/runtime/hasOwnProperty shorthand */
/******/ 	(() => {
/******/ 		__nccwpck_require__.o = (obj, prop) => (Object.prototype.hasOwnProperty.call(obj, prop))
/******/ 	})();
/******/ 	
/******/ 	/* webpack/runtime/make namespace object */
/******/ 	(() => {
/******/ 		// define __esModule on exports
/******/ 		__nccwpck_require__.r = (exports) => {
/******/ 			if(typeof Symbol !== 'undefined' && Symbol.toStringTag) {
/******/ 				Object.defineProperty(exports, Symbol.toStringTag, { value: 'Module' });
/******/ 			}
/******/ 			Object.defineProperty(exports, '__esModule', { value: true });
/******/ 		};
/******/ 	})();
/******/ 	
/************************************************************************/
var __webpack_exports__ = {};

;// CONCATENATED MODULE: external "os"
const external_os_namespaceObject = require("os");
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/utils.js
// We use any as a valid input type
/* eslint-disable @typescript-eslint/no-explicit-any */
/**
 * Sanitizes an input into a string so it can be passed into issueCommand safely
 * @param input input to sanitize into a string
 */
function utils_toCommandValue(input) {
    if (input === null || input === undefined) {
        return '';
    }
    else if (typeof input === 'string' || input instanceof String) {
        return input;
    }
    return JSON.stringify(input);
}
/**
 *
 * @param annotationProperties
 * @returns The command properties to send with the actual annotation command
 * See IssueCommandProperties: https://github.com/actions/runner/blob/main/src/Runner.Worker/ActionCommandManager.cs#L646
 */
function utils_toCommandProperties(annotationProperties) {
    if (!Object.keys(annotationProperties).length) {
        return {};
    }
    return {
        title: annotationProperties.title,
        file: annotationProperties.file,
        line: annotationProperties.startLine,
        endLine: annotationProperties.endLine,
        col: annotationProperties.startColumn,
        endColumn: annotationProperties.endColumn
    };
}
//# sourceMappingURL=utils.js.map
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/command.js


/**
 * Issues a command to the GitHub Actions runner
 *
 * @param command - The command name to issue
 * @param properties - Additional properties for the command (key-value pairs)
 * @param message - The message to include with the command
 * @remarks
 * This function outputs a specially formatted string to stdout that the Actions
 * runner interprets as a command. These commands can control workflow behavior,
 * set outputs, create annotations, mask values, and more.
 *
 * Command Format:
 *   ::name key=value,key=value::message
 *
 * @example
 * ```typescript
 * // Issue a warning annotation
 * issueCommand('warning', {}, 'This is a warning message');
 * // Output: ::warning::This is a warning message
 *
 * // Set an environment variable
 * issueCommand('set-env', { name: 'MY_VAR' }, 'some value');
 * // Output: ::set-env name=MY_VAR::some value
 *
 * // Add a secret mask
 * issueCommand('add-mask', {}, 'secretValue123');
 * // Output: ::add-mask::secretValue123
 * ```
 *
 * @internal
 * This is an internal utility function that powers the public API functions
 * such as setSecret, warning, error, and exportVariable.
 */
function command_issueCommand(command, properties, message) {
    const cmd = new Command(command, properties, message);
    process.stdout.write(cmd.toString() + external_os_namespaceObject.EOL);
}
function command_issue(name, message = '') {
    command_issueCommand(name, {}, message);
}
const CMD_STRING = '::';
class Command {
    constructor(command, properties, message) {
        if (!command) {
            command = 'missing.command';
        }
        this.command = command;
        this.properties = properties;
        this.message = message;
    }
    toString() {
        let cmdStr = CMD_STRING + this.command;
        if (this.properties && Object.keys(this.properties).length > 0) {
            cmdStr += ' ';
            let first = true;
            for (const key in this.properties) {
                if (this.properties.hasOwnProperty(key)) {
                    const val = this.properties[key];
                    if (val) {
                        if (first) {
                            first = false;
                        }
                        else {
                            cmdStr += ',';
                        }
                        cmdStr += `${key}=${escapeProperty(val)}`;
                    }
                }
            }
        }
        cmdStr += `${CMD_STRING}${escapeData(this.message)}`;
        return cmdStr;
    }
}
function escapeData(s) {
    return utils_toCommandValue(s)
        .replace(/%/g, '%25')
        .replace(/\r/g, '%0D')
        .replace(/\n/g, '%0A');
}
function escapeProperty(s) {
    return utils_toCommandValue(s)
        .replace(/%/g, '%25')
        .replace(/\r/g, '%0D')
        .replace(/\n/g, '%0A')
        .replace(/:/g, '%3A')
        .replace(/,/g, '%2C');
}
//# sourceMappingURL=command.js.map
;// CONCATENATED MODULE: external "./absent.cjs"
const external_absent_cjs_namespaceObject = require("./absent.cjs");
var external_absent_cjs_namespaceObject_0 = /*#__PURE__*/__nccwpck_require__.t(external_absent_cjs_namespaceObject, 2);
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/file-command.js
// For internal use, subject to change.
// We use any as a valid input type
/* eslint-disable @typescript-eslint/no-explicit-any */




function file_command_issueFileCommand(command, message) {
    const filePath = process.env[`GITHUB_${command}`];
    if (!filePath) {
        throw new Error(`Unable to find environment variable for file command ${command}`);
    }
    if (!fs.existsSync(filePath)) {
        throw new Error(`Missing file at path: ${filePath}`);
    }
    fs.appendFileSync(filePath, `${toCommandValue(message)}${os.EOL}`, {
        encoding: 'utf8'
    });
}
function file_command_prepareKeyValueMessage(key, value) {
    const delimiter = `ghadelimiter_${crypto.randomUUID()}`;
    const convertedValue = toCommandValue(value);
    // These should realistically never happen, but just in case someone finds a
    // way to exploit uuid generation let's not allow keys or values that contain
    // the delimiter.
    if (key.includes(delimiter)) {
        throw new Error(`Unexpected input: name should not contain the delimiter "${delimiter}"`);
    }
    if (convertedValue.includes(delimiter)) {
        throw new Error(`Unexpected input: value should not contain the delimiter "${delimiter}"`);
    }
    return `${key}<<${delimiter}${os.EOL}${convertedValue}${os.EOL}${delimiter}`;
}
//# sourceMappingURL=file-command.js.map
;// CONCATENATED MODULE: external "path"
const external_path_namespaceObject = require("path");
;// CONCATENATED MODULE: external "http"
const external_http_namespaceObject = require("http");
var external_http_namespaceObject_0 = /*#__PURE__*/__nccwpck_require__.t(external_http_namespaceObject, 2);
;// CONCATENATED MODULE: ./node_modules/@actions/http-client/lib/proxy.js
function getProxyUrl(reqUrl) {
    const usingSsl = reqUrl.protocol === 'https:';
    if (checkBypass(reqUrl)) {
        return undefined;
    }
    const proxyVar = (() => {
        if (usingSsl) {
            return process.env['https_proxy'] || process.env['HTTPS_PROXY'];
        }
        else {
            return process.env['http_proxy'] || process.env['HTTP_PROXY'];
        }
    })();
    if (proxyVar) {
        try {
            return new DecodedURL(proxyVar);
        }
        catch (_a) {
            if (!proxyVar.startsWith('http://') && !proxyVar.startsWith('https://'))
                return new DecodedURL(`http://${proxyVar}`);
        }
    }
    else {
        return undefined;
    }
}
function checkBypass(reqUrl) {
    if (!reqUrl.hostname) {
        return false;
    }
    const reqHost = reqUrl.hostname;
    if (isLoopbackAddress(reqHost)) {
        return true;
    }
    const noProxy = process.env['no_proxy'] || process.env['NO_PROXY'] || '';
    if (!noProxy) {
        return false;
    }
    // Determine the request port
    let reqPort;
    if (reqUrl.port) {
        reqPort = Number(reqUrl.port);
    }
    else if (reqUrl.protocol === 'http:') {
        reqPort = 80;
    }
    else if (reqUrl.protocol === 'https:') {
        reqPort = 443;
    }
    // Format the request hostname and hostname with port
    const upperReqHosts = [reqUrl.hostname.toUpperCase()];
    if (typeof reqPort === 'number') {
        upperReqHosts.push(`${upperReqHosts[0]}:${reqPort}`);
    }
    // Compare request host against noproxy
    for (const upperNoProxyItem of noProxy
        .split(',')
        .map(x => x.trim().toUpperCase())
        .filter(x => x)) {
        if (upperNoProxyItem === '*' ||
            upperReqHosts.some(x => x === upperNoProxyItem ||
                x.endsWith(`.${upperNoProxyItem}`) ||
                (upperNoProxyItem.startsWith('.') &&
                    x.endsWith(`${upperNoProxyItem}`)))) {
            return true;
        }
    }
    return false;
}
function isLoopbackAddress(host) {
    const hostLower = host.toLowerCase();
    return (hostLower === 'localhost' ||
        hostLower.startsWith('127.') ||
        hostLower.startsWith('[::1]') ||
        hostLower.startsWith('[0:0:0:0:0:0:0:1]'));
}
class DecodedURL extends URL {
    constructor(url, base) {
        super(url, base);
        this._decodedUsername = decodeURIComponent(super.username);
        this._decodedPassword = decodeURIComponent(super.password);
    }
    get username() {
        return this._decodedUsername;
    }
    get password() {
        return this._decodedPassword;
    }
}
//# sourceMappingURL=proxy.js.map
;// CONCATENATED MODULE: ./node_modules/@actions/http-client/lib/index.js
/* eslint-disable @typescript-eslint/no-explicit-any */
var __awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};





var HttpCodes;
(function (HttpCodes) {
    HttpCodes[HttpCodes["OK"] = 200] = "OK";
    HttpCodes[HttpCodes["MultipleChoices"] = 300] = "MultipleChoices";
    HttpCodes[HttpCodes["MovedPermanently"] = 301] = "MovedPermanently";
    HttpCodes[HttpCodes["ResourceMoved"] = 302] = "ResourceMoved";
    HttpCodes[HttpCodes["SeeOther"] = 303] = "SeeOther";
    HttpCodes[HttpCodes["NotModified"] = 304] = "NotModified";
    HttpCodes[HttpCodes["UseProxy"] = 305] = "UseProxy";
    HttpCodes[HttpCodes["SwitchProxy"] = 306] = "SwitchProxy";
    HttpCodes[HttpCodes["TemporaryRedirect"] = 307] = "TemporaryRedirect";
    HttpCodes[HttpCodes["PermanentRedirect"] = 308] = "PermanentRedirect";
    HttpCodes[HttpCodes["BadRequest"] = 400] = "BadRequest";
    HttpCodes[HttpCodes["Unauthorized"] = 401] = "Unauthorized";
    HttpCodes[HttpCodes["PaymentRequired"] = 402] = "PaymentRequired";
    HttpCodes[HttpCodes["Forbidden"] = 403] = "Forbidden";
    HttpCodes[HttpCodes["NotFound"] = 404] = "NotFound";
    HttpCodes[HttpCodes["MethodNotAllowed"] = 405] = "MethodNotAllowed";
    HttpCodes[HttpCodes["NotAcceptable"] = 406] = "NotAcceptable";
    HttpCodes[HttpCodes["ProxyAuthenticationRequired"] = 407] = "ProxyAuthenticationRequired";
    HttpCodes[HttpCodes["RequestTimeout"] = 408] = "RequestTimeout";
    HttpCodes[HttpCodes["Conflict"] = 409] = "Conflict";
    HttpCodes[HttpCodes["Gone"] = 410] = "Gone";
    HttpCodes[HttpCodes["TooManyRequests"] = 429] = "TooManyRequests";
    HttpCodes[HttpCodes["InternalServerError"] = 500] = "InternalServerError";
    HttpCodes[HttpCodes["NotImplemented"] = 501] = "NotImplemented";
    HttpCodes[HttpCodes["BadGateway"] = 502] = "BadGateway";
    HttpCodes[HttpCodes["ServiceUnavailable"] = 503] = "ServiceUnavailable";
    HttpCodes[HttpCodes["GatewayTimeout"] = 504] = "GatewayTimeout";
})(HttpCodes || (HttpCodes = {}));
var Headers;
(function (Headers) {
    Headers["Accept"] = "accept";
    Headers["ContentType"] = "content-type";
})(Headers || (Headers = {}));
var MediaTypes;
(function (MediaTypes) {
    MediaTypes["ApplicationJson"] = "application/json";
})(MediaTypes || (MediaTypes = {}));
/**
 * Returns the proxy URL, depending upon the supplied url and proxy environment variables.
 * @param serverUrl  The server URL where the request will be sent. For example, https://api.github.com
 */
function lib_getProxyUrl(serverUrl) {
    const proxyUrl = pm.getProxyUrl(new URL(serverUrl));
    return proxyUrl ? proxyUrl.href : '';
}
const HttpRedirectCodes = [
    HttpCodes.MovedPermanently,
    HttpCodes.ResourceMoved,
    HttpCodes.SeeOther,
    HttpCodes.TemporaryRedirect,
    HttpCodes.PermanentRedirect
];
const HttpResponseRetryCodes = [
    HttpCodes.BadGateway,
    HttpCodes.ServiceUnavailable,
    HttpCodes.GatewayTimeout
];
const RetryableHttpVerbs = ['OPTIONS', 'GET', 'DELETE', 'HEAD'];
const ExponentialBackoffCeiling = 10;
const ExponentialBackoffTimeSlice = 5;
class HttpClientError extends Error {
    constructor(message, statusCode) {
        super(message);
        this.name = 'HttpClientError';
        this.statusCode = statusCode;
        Object.setPrototypeOf(this, HttpClientError.prototype);
    }
}
class HttpClientResponse {
    constructor(message) {
        this.message = message;
    }
    readBody() {
        return __awaiter(this, void 0, void 0, function* () {
            return new Promise((resolve) => __awaiter(this, void 0, void 0, function* () {
                let output = Buffer.alloc(0);
                this.message.on('data', (chunk) => {
                    output = Buffer.concat([output, chunk]);
                });
                this.message.on('end', () => {
                    resolve(output.toString());
                });
            }));
        });
    }
    readBodyBuffer() {
        return __awaiter(this, void 0, void 0, function* () {
            return new Promise((resolve) => __awaiter(this, void 0, void 0, function* () {
                const chunks = [];
                this.message.on('data', (chunk) => {
                    chunks.push(chunk);
                });
                this.message.on('end', () => {
                    resolve(Buffer.concat(chunks));
                });
            }));
        });
    }
}
function isHttps(requestUrl) {
    const parsedUrl = new URL(requestUrl);
    return parsedUrl.protocol === 'https:';
}
class lib_HttpClient {
    constructor(userAgent, handlers, requestOptions) {
        this._ignoreSslError = false;
        this._allowRedirects = true;
        this._allowRedirectDowngrade = false;
        this._maxRedirects = 50;
        this._allowRetries = false;
        this._maxRetries = 1;
        this._keepAlive = false;
        this._disposed = false;
        this.userAgent = this._getUserAgentWithOrchestrationId(userAgent);
        this.handlers = handlers || [];
        this.requestOptions = requestOptions;
        if (requestOptions) {
            if (requestOptions.ignoreSslError != null) {
                this._ignoreSslError = requestOptions.ignoreSslError;
            }
            this._socketTimeout = requestOptions.socketTimeout;
            if (requestOptions.allowRedirects != null) {
                this._allowRedirects = requestOptions.allowRedirects;
            }
            if (requestOptions.allowRedirectDowngrade != null) {
                this._allowRedirectDowngrade = requestOptions.allowRedirectDowngrade;
            }
            if (requestOptions.maxRedirects != null) {
                this._maxRedirects = Math.max(requestOptions.maxRedirects, 0);
            }
            if (requestOptions.keepAlive != null) {
                this._keepAlive = requestOptions.keepAlive;
            }
            if (requestOptions.allowRetries != null) {
                this._allowRetries = requestOptions.allowRetries;
            }
            if (requestOptions.maxRetries != null) {
                this._maxRetries = requestOptions.maxRetries;
            }
        }
    }
    options(requestUrl, additionalHeaders) {
        return __awaiter(this, void 0, void 0, function* () {
            return this.request('OPTIONS', requestUrl, null, additionalHeaders || {});
        });
    }
    get(requestUrl, additionalHeaders) {
        return __awaiter(this, void 0, void 0, function* () {
            return this.request('GET', requestUrl, null, additionalHeaders || {});
        });
    }
    del(requestUrl, additionalHeaders) {
        return __awaiter(this, void 0, void 0, function* () {
            return this.request('DELETE', requestUrl, null, additionalHeaders || {});
        });
    }
    post(requestUrl, data, additionalHeaders) {
        return __awaiter(this, void 0, void 0, function* () {
            return this.request('POST', requestUrl, data, additionalHeaders || {});
        });
    }
    patch(requestUrl, data, additionalHeaders) {
        return __awaiter(this, void 0, void 0, function* () {
            return this.request('PATCH', requestUrl, data, additionalHeaders || {});
        });
    }
    put(requestUrl, data, additionalHeaders) {
        return __awaiter(this, void 0, void 0, function* () {
            return this.request('PUT', requestUrl, data, additionalHeaders || {});
        });
    }
    head(requestUrl, additionalHeaders) {
        return __awaiter(this, void 0, void 0, function* () {
            return this.request('HEAD', requestUrl, null, additionalHeaders || {});
        });
    }
    sendStream(verb, requestUrl, stream, additionalHeaders) {
        return __awaiter(this, void 0, void 0, function* () {
            return this.request(verb, requestUrl, stream, additionalHeaders);
        });
    }
    /**
     * Gets a typed object from an endpoint
     * Be aware that not found returns a null.  Other errors (4xx, 5xx) reject the promise
     */
    getJson(requestUrl_1) {
        return __awaiter(this, arguments, void 0, function* (requestUrl, additionalHeaders = {}) {
            additionalHeaders[Headers.Accept] = this._getExistingOrDefaultHeader(additionalHeaders, Headers.Accept, MediaTypes.ApplicationJson);
            const res = yield this.get(requestUrl, additionalHeaders);
            return this._processResponse(res, this.requestOptions);
        });
    }
    postJson(requestUrl_1, obj_1) {
        return __awaiter(this, arguments, void 0, function* (requestUrl, obj, additionalHeaders = {}) {
            const data = JSON.stringify(obj, null, 2);
            additionalHeaders[Headers.Accept] = this._getExistingOrDefaultHeader(additionalHeaders, Headers.Accept, MediaTypes.ApplicationJson);
            additionalHeaders[Headers.ContentType] =
                this._getExistingOrDefaultContentTypeHeader(additionalHeaders, MediaTypes.ApplicationJson);
            const res = yield this.post(requestUrl, data, additionalHeaders);
            return this._processResponse(res, this.requestOptions);
        });
    }
    putJson(requestUrl_1, obj_1) {
        return __awaiter(this, arguments, void 0, function* (requestUrl, obj, additionalHeaders = {}) {
            const data = JSON.stringify(obj, null, 2);
            additionalHeaders[Headers.Accept] = this._getExistingOrDefaultHeader(additionalHeaders, Headers.Accept, MediaTypes.ApplicationJson);
            additionalHeaders[Headers.ContentType] =
                this._getExistingOrDefaultContentTypeHeader(additionalHeaders, MediaTypes.ApplicationJson);
            const res = yield this.put(requestUrl, data, additionalHeaders);
            return this._processResponse(res, this.requestOptions);
        });
    }
    patchJson(requestUrl_1, obj_1) {
        return __awaiter(this, arguments, void 0, function* (requestUrl, obj, additionalHeaders = {}) {
            const data = JSON.stringify(obj, null, 2);
            additionalHeaders[Headers.Accept] = this._getExistingOrDefaultHeader(additionalHeaders, Headers.Accept, MediaTypes.ApplicationJson);
            additionalHeaders[Headers.ContentType] =
                this._getExistingOrDefaultContentTypeHeader(additionalHeaders, MediaTypes.ApplicationJson);
            const res = yield this.patch(requestUrl, data, additionalHeaders);
            return this._processResponse(res, this.requestOptions);
        });
    }
    /**
     * Makes a raw http request.
     * All other methods such as get, post, patch, and request ultimately call this.
     * Prefer get, del, post and patch
     */
    request(verb, requestUrl, data, headers) {
        return __awaiter(this, void 0, void 0, function* () {
            if (this._disposed) {
                throw new Error('Client has already been disposed.');
            }
            const parsedUrl = new URL(requestUrl);
            let info = this._prepareRequest(verb, parsedUrl, headers);
            // Only perform retries on reads since writes may not be idempotent.
            const maxTries = this._allowRetries && RetryableHttpVerbs.includes(verb)
                ? this._maxRetries + 1
                : 1;
            let numTries = 0;
            let response;
            do {
                response = yield this.requestRaw(info, data);
                // Check if it's an authentication challenge
                if (response &&
                    response.message &&
                    response.message.statusCode === HttpCodes.Unauthorized) {
                    let authenticationHandler;
                    for (const handler of this.handlers) {
                        if (handler.canHandleAuthentication(response)) {
                            authenticationHandler = handler;
                            break;
                        }
                    }
                    if (authenticationHandler) {
                        return authenticationHandler.handleAuthentication(this, info, data);
                    }
                    else {
                        // We have received an unauthorized response but have no handlers to handle it.
                        // Let the response return to the caller.
                        return response;
                    }
                }
                let redirectsRemaining = this._maxRedirects;
                while (response.message.statusCode &&
                    HttpRedirectCodes.includes(response.message.statusCode) &&
                    this._allowRedirects &&
                    redirectsRemaining > 0) {
                    const redirectUrl = response.message.headers['location'];
                    if (!redirectUrl) {
                        // if there's no location to redirect to, we won't
                        break;
                    }
                    const parsedRedirectUrl = new URL(redirectUrl);
                    if (parsedUrl.protocol === 'https:' &&
                        parsedUrl.protocol !== parsedRedirectUrl.protocol &&
                        !this._allowRedirectDowngrade) {
                        throw new Error('Redirect from HTTPS to HTTP protocol. This downgrade is not allowed for security reasons. If you want to allow this behavior, set the allowRedirectDowngrade option to true.');
                    }
                    // we need to finish reading the response before reassigning response
                    // which will leak the open socket.
                    yield response.readBody();
                    // strip authorization header if redirected to a different hostname
                    if (parsedRedirectUrl.hostname !== parsedUrl.hostname) {
                        for (const header in headers) {
                            // header names are case insensitive
                            if (header.toLowerCase() === 'authorization') {
                                delete headers[header];
                            }
                        }
                    }
                    // let's make the request with the new redirectUrl
                    info = this._prepareRequest(verb, parsedRedirectUrl, headers);
                    response = yield this.requestRaw(info, data);
                    redirectsRemaining--;
                }
                if (!response.message.statusCode ||
                    !HttpResponseRetryCodes.includes(response.message.statusCode)) {
                    // If not a retry code, return immediately instead of retrying
                    return response;
                }
                numTries += 1;
                if (numTries < maxTries) {
                    yield response.readBody();
                    yield this._performExponentialBackoff(numTries);
                }
            } while (numTries < maxTries);
            return response;
        });
    }
    /**
     * Needs to be called if keepAlive is set to true in request options.
     */
    dispose() {
        if (this._agent) {
            this._agent.destroy();
        }
        this._disposed = true;
    }
    /**
     * Raw request.
     * @param info
     * @param data
     */
    requestRaw(info, data) {
        return __awaiter(this, void 0, void 0, function* () {
            return new Promise((resolve, reject) => {
                function callbackForResult(err, res) {
                    if (err) {
                        reject(err);
                    }
                    else if (!res) {
                        // If `err` is not passed, then `res` must be passed.
                        reject(new Error('Unknown error'));
                    }
                    else {
                        resolve(res);
                    }
                }
                this.requestRawWithCallback(info, data, callbackForResult);
            });
        });
    }
    /**
     * Raw request with callback.
     * @param info
     * @param data
     * @param onResult
     */
    requestRawWithCallback(info, data, onResult) {
        if (typeof data === 'string') {
            if (!info.options.headers) {
                info.options.headers = {};
            }
            info.options.headers['Content-Length'] = Buffer.byteLength(data, 'utf8');
        }
        let callbackCalled = false;
        function handleResult(err, res) {
            if (!callbackCalled) {
                callbackCalled = true;
                onResult(err, res);
            }
        }
        const req = info.httpModule.request(info.options, (msg) => {
            const res = new HttpClientResponse(msg);
            handleResult(undefined, res);
        });
        let socket;
        req.on('socket', sock => {
            socket = sock;
        });
        // If we ever get disconnected, we want the socket to timeout eventually
        req.setTimeout(this._socketTimeout || 3 * 60000, () => {
            if (socket) {
                socket.end();
            }
            handleResult(new Error(`Request timeout: ${info.options.path}`));
        });
        req.on('error', function (err) {
            // err has statusCode property
            // res should have headers
            handleResult(err);
        });
        if (data && typeof data === 'string') {
            req.write(data, 'utf8');
        }
        if (data && typeof data !== 'string') {
            data.on('close', function () {
                req.end();
            });
            data.pipe(req);
        }
        else {
            req.end();
        }
    }
    /**
     * Gets an http agent. This function is useful when you need an http agent that handles
     * routing through a proxy server - depending upon the url and proxy environment variables.
     * @param serverUrl  The server URL where the request will be sent. For example, https://api.github.com
     */
    getAgent(serverUrl) {
        const parsedUrl = new URL(serverUrl);
        return this._getAgent(parsedUrl);
    }
    getAgentDispatcher(serverUrl) {
        const parsedUrl = new URL(serverUrl);
        const proxyUrl = getProxyUrl(parsedUrl);
        const useProxy = proxyUrl && proxyUrl.hostname;
        if (!useProxy) {
            return;
        }
        return this._getProxyAgentDispatcher(parsedUrl, proxyUrl);
    }
    _prepareRequest(method, requestUrl, headers) {
        const info = {};
        info.parsedUrl = requestUrl;
        const usingSsl = info.parsedUrl.protocol === 'https:';
        info.httpModule = usingSsl ? external_absent_cjs_namespaceObject_0 : external_http_namespaceObject_0;
        const defaultPort = usingSsl ? 443 : 80;
        info.options = {};
        info.options.host = info.parsedUrl.hostname;
        info.options.port = info.parsedUrl.port
            ? parseInt(info.parsedUrl.port)
            : defaultPort;
        info.options.path =
            (info.parsedUrl.pathname || '') + (info.parsedUrl.search || '');
        info.options.method = method;
        info.options.headers = this._mergeHeaders(headers);
        if (this.userAgent != null) {
            info.options.headers['user-agent'] = this.userAgent;
        }
        info.options.agent = this._getAgent(info.parsedUrl);
        // gives handlers an opportunity to participate
        if (this.handlers) {
            for (const handler of this.handlers) {
                handler.prepareRequest(info.options);
            }
        }
        return info;
    }
    _mergeHeaders(headers) {
        if (this.requestOptions && this.requestOptions.headers) {
            return Object.assign({}, lowercaseKeys(this.requestOptions.headers), lowercaseKeys(headers || {}));
        }
        return lowercaseKeys(headers || {});
    }
    /**
     * Gets an existing header value or returns a default.
     * Handles converting number header values to strings since HTTP headers must be strings.
     * Note: This returns string | string[] since some headers can have multiple values.
     * For headers that must always be a single string (like Content-Type), use the
     * specialized _getExistingOrDefaultContentTypeHeader method instead.
     */
    _getExistingOrDefaultHeader(additionalHeaders, header, _default) {
        let clientHeader;
        if (this.requestOptions && this.requestOptions.headers) {
            const headerValue = lowercaseKeys(this.requestOptions.headers)[header];
            if (headerValue) {
                clientHeader =
                    typeof headerValue === 'number' ? headerValue.toString() : headerValue;
            }
        }
        const additionalValue = additionalHeaders[header];
        if (additionalValue !== undefined) {
            return typeof additionalValue === 'number'
                ? additionalValue.toString()
                : additionalValue;
        }
        if (clientHeader !== undefined) {
            return clientHeader;
        }
        return _default;
    }
    /**
     * Specialized version of _getExistingOrDefaultHeader for Content-Type header.
     * Always returns a single string (not an array) since Content-Type should be a single value.
     * Converts arrays to comma-separated strings and numbers to strings to ensure type safety.
     * This was split from _getExistingOrDefaultHeader to provide stricter typing for callers
     * that assign the result to places expecting a string (e.g., additionalHeaders[Headers.ContentType]).
     */
    _getExistingOrDefaultContentTypeHeader(additionalHeaders, _default) {
        let clientHeader;
        if (this.requestOptions && this.requestOptions.headers) {
            const headerValue = lowercaseKeys(this.requestOptions.headers)[Headers.ContentType];
            if (headerValue) {
                if (typeof headerValue === 'number') {
                    clientHeader = String(headerValue);
                }
                else if (Array.isArray(headerValue)) {
                    clientHeader = headerValue.join(', ');
                }
                else {
                    clientHeader = headerValue;
                }
            }
        }
        const additionalValue = additionalHeaders[Headers.ContentType];
        // Return the first non-undefined value, converting numbers or arrays to strings if necessary
        if (additionalValue !== undefined) {
            if (typeof additionalValue === 'number') {
                return String(additionalValue);
            }
            else if (Array.isArray(additionalValue)) {
                return additionalValue.join(', ');
            }
            else {
                return additionalValue;
            }
        }
        if (clientHeader !== undefined) {
            return clientHeader;
        }
        return _default;
    }
    _getAgent(parsedUrl) {
        let agent;
        const proxyUrl = getProxyUrl(parsedUrl);
        const useProxy = proxyUrl && proxyUrl.hostname;
        if (this._keepAlive && useProxy) {
            agent = this._proxyAgent;
        }
        if (!useProxy) {
            agent = this._agent;
        }
        // if agent is already assigned use that agent.
        if (agent) {
            return agent;
        }
        const usingSsl = parsedUrl.protocol === 'https:';
        let maxSockets = 100;
        if (this.requestOptions) {
            maxSockets = this.requestOptions.maxSockets || external_http_namespaceObject.globalAgent.maxSockets;
        }
        // This is `useProxy` again, but we need to check `proxyURl` directly for TypeScripts's flow analysis.
        if (proxyUrl && proxyUrl.hostname) {
            const agentOptions = {
                maxSockets,
                keepAlive: this._keepAlive,
                proxy: Object.assign(Object.assign({}, ((proxyUrl.username || proxyUrl.password) && {
                    proxyAuth: `${proxyUrl.username}:${proxyUrl.password}`
                })), { host: proxyUrl.hostname, port: proxyUrl.port })
            };
            let tunnelAgent;
            const overHttps = proxyUrl.protocol === 'https:';
            if (usingSsl) {
                tunnelAgent = overHttps ? external_absent_cjs_namespaceObject.httpsOverHttps : external_absent_cjs_namespaceObject.httpsOverHttp;
            }
            else {
                tunnelAgent = overHttps ? external_absent_cjs_namespaceObject.httpOverHttps : external_absent_cjs_namespaceObject.httpOverHttp;
            }
            agent = tunnelAgent(agentOptions);
            this._proxyAgent = agent;
        }
        // if tunneling agent isn't assigned create a new agent
        if (!agent) {
            const options = { keepAlive: this._keepAlive, maxSockets };
            agent = usingSsl ? new external_absent_cjs_namespaceObject.Agent(options) : new external_http_namespaceObject.Agent(options);
            this._agent = agent;
        }
        if (usingSsl && this._ignoreSslError) {
            // we don't want to set NODE_TLS_REJECT_UNAUTHORIZED=0 since that will affect request for entire process
            // http.RequestOptions doesn't expose a way to modify RequestOptions.agent.options
            // we have to cast it to any and change it directly
            agent.options = Object.assign(agent.options || {}, {
                rejectUnauthorized: false
            });
        }
        return agent;
    }
    _getProxyAgentDispatcher(parsedUrl, proxyUrl) {
        let proxyAgent;
        if (this._keepAlive) {
            proxyAgent = this._proxyAgentDispatcher;
        }
        // if agent is already assigned use that agent.
        if (proxyAgent) {
            return proxyAgent;
        }
        const usingSsl = parsedUrl.protocol === 'https:';
        proxyAgent = new external_absent_cjs_namespaceObject.ProxyAgent(Object.assign({ uri: proxyUrl.href, pipelining: !this._keepAlive ? 0 : 1 }, ((proxyUrl.username || proxyUrl.password) && {
            token: `Basic ${Buffer.from(`${proxyUrl.username}:${proxyUrl.password}`).toString('base64')}`
        })));
        this._proxyAgentDispatcher = proxyAgent;
        if (usingSsl && this._ignoreSslError) {
            // we don't want to set NODE_TLS_REJECT_UNAUTHORIZED=0 since that will affect request for entire process
            // http.RequestOptions doesn't expose a way to modify RequestOptions.agent.options
            // we have to cast it to any and change it directly
            proxyAgent.options = Object.assign(proxyAgent.options.requestTls || {}, {
                rejectUnauthorized: false
            });
        }
        return proxyAgent;
    }
    _getUserAgentWithOrchestrationId(userAgent) {
        const baseUserAgent = userAgent || 'actions/http-client';
        const orchId = process.env['ACTIONS_ORCHESTRATION_ID'];
        if (orchId) {
            // Sanitize the orchestration ID to ensure it contains only valid characters
            // Valid characters: 0-9, a-z, _, -, .
            const sanitizedId = orchId.replace(/[^a-z0-9_.-]/gi, '_');
            return `${baseUserAgent} actions_orchestration_id/${sanitizedId}`;
        }
        return baseUserAgent;
    }
    _performExponentialBackoff(retryNumber) {
        return __awaiter(this, void 0, void 0, function* () {
            retryNumber = Math.min(ExponentialBackoffCeiling, retryNumber);
            const ms = ExponentialBackoffTimeSlice * Math.pow(2, retryNumber);
            return new Promise(resolve => setTimeout(() => resolve(), ms));
        });
    }
    _processResponse(res, options) {
        return __awaiter(this, void 0, void 0, function* () {
            return new Promise((resolve, reject) => __awaiter(this, void 0, void 0, function* () {
                const statusCode = res.message.statusCode || 0;
                const response = {
                    statusCode,
                    result: null,
                    headers: {}
                };
                // not found leads to null obj returned
                if (statusCode === HttpCodes.NotFound) {
                    resolve(response);
                }
                // get the result from the body
                function dateTimeDeserializer(key, value) {
                    if (typeof value === 'string') {
                        const a = new Date(value);
                        if (!isNaN(a.valueOf())) {
                            return a;
                        }
                    }
                    return value;
                }
                let obj;
                let contents;
                try {
                    contents = yield res.readBody();
                    if (contents && contents.length > 0) {
                        if (options && options.deserializeDates) {
                            obj = JSON.parse(contents, dateTimeDeserializer);
                        }
                        else {
                            obj = JSON.parse(contents);
                        }
                        response.result = obj;
                    }
                    response.headers = res.message.headers;
                }
                catch (err) {
                    // Invalid resource (contents not json);  leaving result obj null
                }
                // note that 3xx redirects are handled by the http layer.
                if (statusCode > 299) {
                    let msg;
                    // if exception/error in body, attempt to get better error
                    if (obj && obj.message) {
                        msg = obj.message;
                    }
                    else if (contents && contents.length > 0) {
                        // it may be the case that the exception is in the body message as string
                        msg = contents;
                    }
                    else {
                        msg = `Failed request: (${statusCode})`;
                    }
                    const err = new HttpClientError(msg, statusCode);
                    err.result = response.result;
                    reject(err);
                }
                else {
                    resolve(response);
                }
            }));
        });
    }
}
const lowercaseKeys = (obj) => Object.keys(obj).reduce((c, k) => ((c[k.toLowerCase()] = obj[k]), c), {});
//# sourceMappingURL=index.js.map
;// CONCATENATED MODULE: ./node_modules/@actions/http-client/lib/auth.js
var auth_awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};
class BasicCredentialHandler {
    constructor(username, password) {
        this.username = username;
        this.password = password;
    }
    prepareRequest(options) {
        if (!options.headers) {
            throw Error('The request has no headers');
        }
        options.headers['Authorization'] = `Basic ${Buffer.from(`${this.username}:${this.password}`).toString('base64')}`;
    }
    // This handler cannot handle 401
    canHandleAuthentication() {
        return false;
    }
    handleAuthentication() {
        return auth_awaiter(this, void 0, void 0, function* () {
            throw new Error('not implemented');
        });
    }
}
class auth_BearerCredentialHandler {
    constructor(token) {
        this.token = token;
    }
    // currently implements pre-authorization
    // TODO: support preAuth = false where it hooks on 401
    prepareRequest(options) {
        if (!options.headers) {
            throw Error('The request has no headers');
        }
        options.headers['Authorization'] = `Bearer ${this.token}`;
    }
    // This handler cannot handle 401
    canHandleAuthentication() {
        return false;
    }
    handleAuthentication() {
        return auth_awaiter(this, void 0, void 0, function* () {
            throw new Error('not implemented');
        });
    }
}
class PersonalAccessTokenCredentialHandler {
    constructor(token) {
        this.token = token;
    }
    // currently implements pre-authorization
    // TODO: support preAuth = false where it hooks on 401
    prepareRequest(options) {
        if (!options.headers) {
            throw Error('The request has no headers');
        }
        options.headers['Authorization'] = `Basic ${Buffer.from(`PAT:${this.token}`).toString('base64')}`;
    }
    // This handler cannot handle 401
    canHandleAuthentication() {
        return false;
    }
    handleAuthentication() {
        return auth_awaiter(this, void 0, void 0, function* () {
            throw new Error('not implemented');
        });
    }
}
//# sourceMappingURL=auth.js.map
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/oidc-utils.js
var oidc_utils_awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};



class oidc_utils_OidcClient {
    static createHttpClient(allowRetry = true, maxRetry = 10) {
        const requestOptions = {
            allowRetries: allowRetry,
            maxRetries: maxRetry
        };
        return new HttpClient('actions/oidc-client', [new BearerCredentialHandler(oidc_utils_OidcClient.getRequestToken())], requestOptions);
    }
    static getRequestToken() {
        const token = process.env['ACTIONS_ID_TOKEN_REQUEST_TOKEN'];
        if (!token) {
            throw new Error('Unable to get ACTIONS_ID_TOKEN_REQUEST_TOKEN env variable');
        }
        return token;
    }
    static getIDTokenUrl() {
        const runtimeUrl = process.env['ACTIONS_ID_TOKEN_REQUEST_URL'];
        if (!runtimeUrl) {
            throw new Error('Unable to get ACTIONS_ID_TOKEN_REQUEST_URL env variable');
        }
        return runtimeUrl;
    }
    static getCall(id_token_url) {
        return oidc_utils_awaiter(this, void 0, void 0, function* () {
            var _a;
            const httpclient = oidc_utils_OidcClient.createHttpClient();
            const res = yield httpclient
                .getJson(id_token_url)
                .catch(error => {
                throw new Error(`Failed to get ID Token. \n 
        Error Code : ${error.statusCode}\n 
        Error Message: ${error.message}`);
            });
            const id_token = (_a = res.result) === null || _a === void 0 ? void 0 : _a.value;
            if (!id_token) {
                throw new Error('Response json body do not have ID Token field');
            }
            return id_token;
        });
    }
    static getIDToken(audience) {
        return oidc_utils_awaiter(this, void 0, void 0, function* () {
            try {
                // New ID Token is requested from action service
                let id_token_url = oidc_utils_OidcClient.getIDTokenUrl();
                if (audience) {
                    const encodedAudience = encodeURIComponent(audience);
                    id_token_url = `${id_token_url}&audience=${encodedAudience}`;
                }
                debug(`ID token url is ${id_token_url}`);
                const id_token = yield oidc_utils_OidcClient.getCall(id_token_url);
                setSecret(id_token);
                return id_token;
            }
            catch (error) {
                throw new Error(`Error message: ${error.message}`);
            }
        });
    }
}
//# sourceMappingURL=oidc-utils.js.map
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/summary.js
var summary_awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};


const { access, appendFile, writeFile } = external_absent_cjs_namespaceObject.promises;
const SUMMARY_ENV_VAR = 'GITHUB_STEP_SUMMARY';
const SUMMARY_DOCS_URL = 'https://docs.github.com/actions/using-workflows/workflow-commands-for-github-actions#adding-a-job-summary';
class Summary {
    constructor() {
        this._buffer = '';
    }
    /**
     * Finds the summary file path from the environment, rejects if env var is not found or file does not exist
     * Also checks r/w permissions.
     *
     * @returns step summary file path
     */
    filePath() {
        return summary_awaiter(this, void 0, void 0, function* () {
            if (this._filePath) {
                return this._filePath;
            }
            const pathFromEnv = process.env[SUMMARY_ENV_VAR];
            if (!pathFromEnv) {
                throw new Error(`Unable to find environment variable for $${SUMMARY_ENV_VAR}. Check if your runtime environment supports job summaries.`);
            }
            try {
                yield access(pathFromEnv, external_absent_cjs_namespaceObject.constants.R_OK | external_absent_cjs_namespaceObject.constants.W_OK);
            }
            catch (_a) {
                throw new Error(`Unable to access summary file: '${pathFromEnv}'. Check if the file has correct read/write permissions.`);
            }
            this._filePath = pathFromEnv;
            return this._filePath;
        });
    }
    /**
     * Wraps content in an HTML tag, adding any HTML attributes
     *
     * @param {string} tag HTML tag to wrap
     * @param {string | null} content content within the tag
     * @param {[attribute: string]: string} attrs key-value list of HTML attributes to add
     *
     * @returns {string} content wrapped in HTML element
     */
    wrap(tag, content, attrs = {}) {
        const htmlAttrs = Object.entries(attrs)
            .map(([key, value]) => ` ${key}="${value}"`)
            .join('');
        if (!content) {
            return `<${tag}${htmlAttrs}>`;
        }
        return `<${tag}${htmlAttrs}>${content}</${tag}>`;
    }
    /**
     * Writes text in the buffer to the summary buffer file and empties buffer. Will append by default.
     *
     * @param {SummaryWriteOptions} [options] (optional) options for write operation
     *
     * @returns {Promise<Summary>} summary instance
     */
    write(options) {
        return summary_awaiter(this, void 0, void 0, function* () {
            const overwrite = !!(options === null || options === void 0 ? void 0 : options.overwrite);
            const filePath = yield this.filePath();
            const writeFunc = overwrite ? writeFile : appendFile;
            yield writeFunc(filePath, this._buffer, { encoding: 'utf8' });
            return this.emptyBuffer();
        });
    }
    /**
     * Clears the summary buffer and wipes the summary file
     *
     * @returns {Summary} summary instance
     */
    clear() {
        return summary_awaiter(this, void 0, void 0, function* () {
            return this.emptyBuffer().write({ overwrite: true });
        });
    }
    /**
     * Returns the current summary buffer as a string
     *
     * @returns {string} string of summary buffer
     */
    stringify() {
        return this._buffer;
    }
    /**
     * If the summary buffer is empty
     *
     * @returns {boolen} true if the buffer is empty
     */
    isEmptyBuffer() {
        return this._buffer.length === 0;
    }
    /**
     * Resets the summary buffer without writing to summary file
     *
     * @returns {Summary} summary instance
     */
    emptyBuffer() {
        this._buffer = '';
        return this;
    }
    /**
     * Adds raw text to the summary buffer
     *
     * @param {string} text content to add
     * @param {boolean} [addEOL=false] (optional) append an EOL to the raw text (default: false)
     *
     * @returns {Summary} summary instance
     */
    addRaw(text, addEOL = false) {
        this._buffer += text;
        return addEOL ? this.addEOL() : this;
    }
    /**
     * Adds the operating system-specific end-of-line marker to the buffer
     *
     * @returns {Summary} summary instance
     */
    addEOL() {
        return this.addRaw(external_os_namespaceObject.EOL);
    }
    /**
     * Adds an HTML codeblock to the summary buffer
     *
     * @param {string} code content to render within fenced code block
     * @param {string} lang (optional) language to syntax highlight code
     *
     * @returns {Summary} summary instance
     */
    addCodeBlock(code, lang) {
        const attrs = Object.assign({}, (lang && { lang }));
        const element = this.wrap('pre', this.wrap('code', code), attrs);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML list to the summary buffer
     *
     * @param {string[]} items list of items to render
     * @param {boolean} [ordered=false] (optional) if the rendered list should be ordered or not (default: false)
     *
     * @returns {Summary} summary instance
     */
    addList(items, ordered = false) {
        const tag = ordered ? 'ol' : 'ul';
        const listItems = items.map(item => this.wrap('li', item)).join('');
        const element = this.wrap(tag, listItems);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML table to the summary buffer
     *
     * @param {SummaryTableCell[]} rows table rows
     *
     * @returns {Summary} summary instance
     */
    addTable(rows) {
        const tableBody = rows
            .map(row => {
            const cells = row
                .map(cell => {
                if (typeof cell === 'string') {
                    return this.wrap('td', cell);
                }
                const { header, data, colspan, rowspan } = cell;
                const tag = header ? 'th' : 'td';
                const attrs = Object.assign(Object.assign({}, (colspan && { colspan })), (rowspan && { rowspan }));
                return this.wrap(tag, data, attrs);
            })
                .join('');
            return this.wrap('tr', cells);
        })
            .join('');
        const element = this.wrap('table', tableBody);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds a collapsable HTML details element to the summary buffer
     *
     * @param {string} label text for the closed state
     * @param {string} content collapsable content
     *
     * @returns {Summary} summary instance
     */
    addDetails(label, content) {
        const element = this.wrap('details', this.wrap('summary', label) + content);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML image tag to the summary buffer
     *
     * @param {string} src path to the image you to embed
     * @param {string} alt text description of the image
     * @param {SummaryImageOptions} options (optional) addition image attributes
     *
     * @returns {Summary} summary instance
     */
    addImage(src, alt, options) {
        const { width, height } = options || {};
        const attrs = Object.assign(Object.assign({}, (width && { width })), (height && { height }));
        const element = this.wrap('img', null, Object.assign({ src, alt }, attrs));
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML section heading element
     *
     * @param {string} text heading text
     * @param {number | string} [level=1] (optional) the heading level, default: 1
     *
     * @returns {Summary} summary instance
     */
    addHeading(text, level) {
        const tag = `h${level}`;
        const allowedTag = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].includes(tag)
            ? tag
            : 'h1';
        const element = this.wrap(allowedTag, text);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML thematic break (<hr>) to the summary buffer
     *
     * @returns {Summary} summary instance
     */
    addSeparator() {
        const element = this.wrap('hr', null);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML line break (<br>) to the summary buffer
     *
     * @returns {Summary} summary instance
     */
    addBreak() {
        const element = this.wrap('br', null);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML blockquote to the summary buffer
     *
     * @param {string} text quote text
     * @param {string} cite (optional) citation url
     *
     * @returns {Summary} summary instance
     */
    addQuote(text, cite) {
        const attrs = Object.assign({}, (cite && { cite }));
        const element = this.wrap('blockquote', text, attrs);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML anchor tag to the summary buffer
     *
     * @param {string} text link text/content
     * @param {string} href hyperlink
     *
     * @returns {Summary} summary instance
     */
    addLink(text, href) {
        const element = this.wrap('a', text, { href });
        return this.addRaw(element).addEOL();
    }
}
const _summary = new Summary();
/**
 * @deprecated use `core.summary`
 */
const markdownSummary = (/* unused pure expression or super */ null && (_summary));
const summary = (/* unused pure expression or super */ null && (_summary));
//# sourceMappingURL=summary.js.map
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/path-utils.js

/**
 * toPosixPath converts the given path to the posix form. On Windows, \\ will be
 * replaced with /.
 *
 * @param pth. Path to transform.
 * @return string Posix path.
 */
function toPosixPath(pth) {
    return pth.replace(/[\\]/g, '/');
}
/**
 * toWin32Path converts the given path to the win32 form. On Linux, / will be
 * replaced with \\.
 *
 * @param pth. Path to transform.
 * @return string Win32 path.
 */
function toWin32Path(pth) {
    return pth.replace(/[/]/g, '\\');
}
/**
 * toPlatformPath converts the given path to a platform-specific path. It does
 * this by replacing instances of / and \ with the platform-specific path
 * separator.
 *
 * @param pth The path to platformize.
 * @return string The platform-specific path.
 */
function toPlatformPath(pth) {
    return pth.replace(/[/\\]/g, path.sep);
}
//# sourceMappingURL=path-utils.js.map
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/platform.js
var platform_awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};


const getWindowsInfo = () => platform_awaiter(void 0, void 0, void 0, function* () {
    const { stdout: version } = yield exec.getExecOutput('powershell -command "(Get-CimInstance -ClassName Win32_OperatingSystem).Version"', undefined, {
        silent: true
    });
    const { stdout: name } = yield exec.getExecOutput('powershell -command "(Get-CimInstance -ClassName Win32_OperatingSystem).Caption"', undefined, {
        silent: true
    });
    return {
        name: name.trim(),
        version: version.trim()
    };
});
const getMacOsInfo = () => platform_awaiter(void 0, void 0, void 0, function* () {
    var _a, _b, _c, _d;
    const { stdout } = yield exec.getExecOutput('sw_vers', undefined, {
        silent: true
    });
    const version = (_b = (_a = stdout.match(/ProductVersion:\s*(.+)/)) === null || _a === void 0 ? void 0 : _a[1]) !== null && _b !== void 0 ? _b : '';
    const name = (_d = (_c = stdout.match(/ProductName:\s*(.+)/)) === null || _c === void 0 ? void 0 : _c[1]) !== null && _d !== void 0 ? _d : '';
    return {
        name,
        version
    };
});
const getLinuxInfo = () => platform_awaiter(void 0, void 0, void 0, function* () {
    const { stdout } = yield exec.getExecOutput('lsb_release', ['-i', '-r', '-s'], {
        silent: true
    });
    const [name, version] = stdout.trim().split('\n');
    return {
        name,
        version
    };
});
const platform = external_os_namespaceObject.platform();
const arch = external_os_namespaceObject.arch();
const isWindows = platform === 'win32';
const isMacOS = platform === 'darwin';
const isLinux = platform === 'linux';
function getDetails() {
    return platform_awaiter(this, void 0, void 0, function* () {
        return Object.assign(Object.assign({}, (yield (isWindows
            ? getWindowsInfo()
            : isMacOS
                ? getMacOsInfo()
                : getLinuxInfo()))), { platform,
            arch,
            isWindows,
            isMacOS,
            isLinux });
    });
}
//# sourceMappingURL=platform.js.map
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/core.js
var core_awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};






/**
 * The code to exit an action
 */
var ExitCode;
(function (ExitCode) {
    /**
     * A code indicating that the action was successful
     */
    ExitCode[ExitCode["Success"] = 0] = "Success";
    /**
     * A code indicating that the action was a failure
     */
    ExitCode[ExitCode["Failure"] = 1] = "Failure";
})(ExitCode || (ExitCode = {}));
//-----------------------------------------------------------------------
// Variables
//-----------------------------------------------------------------------
/**
 * Sets env variable for this action and future actions in the job
 * @param name the name of the variable to set
 * @param val the value of the variable. Non-string values will be converted to a string via JSON.stringify
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
function exportVariable(name, val) {
    const convertedVal = toCommandValue(val);
    process.env[name] = convertedVal;
    const filePath = process.env['GITHUB_ENV'] || '';
    if (filePath) {
        return issueFileCommand('ENV', prepareKeyValueMessage(name, val));
    }
    issueCommand('set-env', { name }, convertedVal);
}
/**
 * Registers a secret which will get masked from logs
 *
 * @param secret - Value of the secret to be masked
 * @remarks
 * This function instructs the Actions runner to mask the specified value in any
 * logs produced during the workflow run. Once registered, the secret value will
 * be replaced with asterisks (***) whenever it appears in console output, logs,
 * or error messages.
 *
 * This is useful for protecting sensitive information such as:
 * - API keys
 * - Access tokens
 * - Authentication credentials
 * - URL parameters containing signatures (SAS tokens)
 *
 * Note that masking only affects future logs; any previous appearances of the
 * secret in logs before calling this function will remain unmasked.
 *
 * @example
 * ```typescript
 * // Register an API token as a secret
 * const apiToken = "abc123xyz456";
 * setSecret(apiToken);
 *
 * // Now any logs containing this value will show *** instead
 * console.log(`Using token: ${apiToken}`); // Outputs: "Using token: ***"
 * ```
 */
function core_setSecret(secret) {
    command_issueCommand('add-mask', {}, secret);
}
/**
 * Prepends inputPath to the PATH (for this action and future actions)
 * @param inputPath
 */
function addPath(inputPath) {
    const filePath = process.env['GITHUB_PATH'] || '';
    if (filePath) {
        issueFileCommand('PATH', inputPath);
    }
    else {
        issueCommand('add-path', {}, inputPath);
    }
    process.env['PATH'] = `${inputPath}${path.delimiter}${process.env['PATH']}`;
}
/**
 * Gets the value of an input.
 * Unless trimWhitespace is set to false in InputOptions, the value is also trimmed.
 * Returns an empty string if the value is not defined.
 *
 * @param     name     name of the input to get
 * @param     options  optional. See InputOptions.
 * @returns   string
 */
function getInput(name, options) {
    const val = process.env[`INPUT_${name.replace(/ /g, '_').toUpperCase()}`] || '';
    if (options && options.required && !val) {
        throw new Error(`Input required and not supplied: ${name}`);
    }
    if (options && options.trimWhitespace === false) {
        return val;
    }
    return val.trim();
}
/**
 * Gets the values of an multiline input.  Each value is also trimmed.
 *
 * @param     name     name of the input to get
 * @param     options  optional. See InputOptions.
 * @returns   string[]
 *
 */
function getMultilineInput(name, options) {
    const inputs = getInput(name, options)
        .split('\n')
        .filter(x => x !== '');
    if (options && options.trimWhitespace === false) {
        return inputs;
    }
    return inputs.map(input => input.trim());
}
/**
 * Gets the input value of the boolean type in the YAML 1.2 "core schema" specification.
 * Support boolean input list: `true | True | TRUE | false | False | FALSE` .
 * The return value is also in boolean type.
 * ref: https://yaml.org/spec/1.2/spec.html#id2804923
 *
 * @param     name     name of the input to get
 * @param     options  optional. See InputOptions.
 * @returns   boolean
 */
function getBooleanInput(name, options) {
    const trueValue = ['true', 'True', 'TRUE'];
    const falseValue = ['false', 'False', 'FALSE'];
    const val = getInput(name, options);
    if (trueValue.includes(val))
        return true;
    if (falseValue.includes(val))
        return false;
    throw new TypeError(`Input does not meet YAML 1.2 "Core Schema" specification: ${name}\n` +
        `Support boolean input list: \`true | True | TRUE | false | False | FALSE\``);
}
/**
 * Sets the value of an output.
 *
 * @param     name     name of the output to set
 * @param     value    value to store. Non-string values will be converted to a string via JSON.stringify
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
function setOutput(name, value) {
    const filePath = process.env['GITHUB_OUTPUT'] || '';
    if (filePath) {
        return issueFileCommand('OUTPUT', prepareKeyValueMessage(name, value));
    }
    process.stdout.write(os.EOL);
    issueCommand('set-output', { name }, toCommandValue(value));
}
/**
 * Enables or disables the echoing of commands into stdout for the rest of the step.
 * Echoing is disabled by default if ACTIONS_STEP_DEBUG is not set.
 *
 */
function setCommandEcho(enabled) {
    issue('echo', enabled ? 'on' : 'off');
}
//-----------------------------------------------------------------------
// Results
//-----------------------------------------------------------------------
/**
 * Sets the action status to failed.
 * When the action exits it will be with an exit code of 1
 * @param message add error issue message
 */
function setFailed(message) {
    process.exitCode = ExitCode.Failure;
    error(message);
}
//-----------------------------------------------------------------------
// Logging Commands
//-----------------------------------------------------------------------
/**
 * Gets whether Actions Step Debug is on or not
 */
function isDebug() {
    return process.env['RUNNER_DEBUG'] === '1';
}
/**
 * Writes debug message to user log
 * @param message debug message
 */
function core_debug(message) {
    command_issueCommand('debug', {}, message);
}
/**
 * Adds an error issue
 * @param message error issue message. Errors will be converted to string via toString()
 * @param properties optional properties to add to the annotation.
 */
function error(message, properties = {}) {
    command_issueCommand('error', utils_toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
 * Adds a warning issue
 * @param message warning issue message. Errors will be converted to string via toString()
 * @param properties optional properties to add to the annotation.
 */
function core_warning(message, properties = {}) {
    command_issueCommand('warning', utils_toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
 * Adds a notice issue
 * @param message notice issue message. Errors will be converted to string via toString()
 * @param properties optional properties to add to the annotation.
 */
function notice(message, properties = {}) {
    issueCommand('notice', toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
 * Writes info to log with console.log.
 * @param message info message
 */
function info(message) {
    process.stdout.write(message + external_os_namespaceObject.EOL);
}
/**
 * Begin an output group.
 *
 * Output until the next `groupEnd` will be foldable in this group
 *
 * @param name The name of the output group
 */
function startGroup(name) {
    issue('group', name);
}
/**
 * End an output group.
 */
function endGroup() {
    issue('endgroup');
}
/**
 * Wrap an asynchronous function call in a group.
 *
 * Returns the same type as the function itself.
 *
 * @param name The name of the group
 * @param fn The function to wrap in the group
 */
function group(name, fn) {
    return core_awaiter(this, void 0, void 0, function* () {
        startGroup(name);
        let result;
        try {
            result = yield fn();
        }
        finally {
            endGroup();
        }
        return result;
    });
}
//-----------------------------------------------------------------------
// Wrapper action state
//-----------------------------------------------------------------------
/**
 * Saves state for current action, the state can only be retrieved by this action's post job execution.
 *
 * @param     name     name of the state to store
 * @param     value    value to store. Non-string values will be converted to a string via JSON.stringify
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
function saveState(name, value) {
    const filePath = process.env['GITHUB_STATE'] || '';
    if (filePath) {
        return issueFileCommand('STATE', prepareKeyValueMessage(name, value));
    }
    issueCommand('save-state', { name }, toCommandValue(value));
}
/**
 * Gets the value of an state set by this action's main execution.
 *
 * @param     name     name of the state to get
 * @returns   string
 */
function getState(name) {
    return process.env[`STATE_${name}`] || '';
}
function getIDToken(aud) {
    return core_awaiter(this, void 0, void 0, function* () {
        return yield OidcClient.getIDToken(aud);
    });
}
/**
 * Summary exports
 */

/**
 * @deprecated use core.summary
 */

/**
 * Path exports
 */

/**
 * Platform utilities exports
 */

//# sourceMappingURL=core.js.map
;// CONCATENATED MODULE: ./lib/duration.js
/** The longest delay of a Node timer: https://nodejs.org/api/timers.html#settimeoutcallback-delay-args */
const maxTimerMs = 2 ** 31 - 1;
/** A monotonic time in milliseconds. */
function now() {
    return performance.now();
}
const unitMs = { ms: 1, s: 1000, m: 60_000, h: 3_600_000 };
/** What `parseDuration` accepts, for error messages. */
const acceptedDurations = "a number with ms, s, m or h (a bare number is seconds), at most 2147483647 ms (24 days)";
/** `10s`, `500ms`, `1.5m`, `2h` or a bare number of seconds, as milliseconds; undefined for anything else and for more than a timer can hold. */
function parseDuration(text) {
    const [, number, unit = "s"] = /^(\d+(?:\.\d+)?)(ms|s|m|h)?$/.exec(text) ?? [];
    if (number === undefined)
        return undefined;
    const ms = Number(number) * (unitMs[unit] ?? Number.NaN);
    return ms <= maxTimerMs ? ms : undefined;
}
/** A duration for readers: `71 ms`, from 1 s `2.9 s`, from 1 min `2 min 36 s`. */
function duration(milliseconds) {
    const ms = Math.round(milliseconds);
    if (ms < 1000)
        return `${ms} ms`;
    if (ms < 59_950)
        return `${(ms / 1000).toFixed(1)} s`;
    const seconds = Math.round(ms / 1000);
    return `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}
/** A span of time that a user gave, exactly: `10 s`, `500 ms`, `1.5 s`, `2 min`. */
function span(milliseconds) {
    if (milliseconds < 1000)
        return `${milliseconds} ms`;
    if (milliseconds < 60_000 || milliseconds % 60_000 !== 0)
        return `${milliseconds / 1000} s`;
    return `${milliseconds / 60_000} min`;
}
/** A count with its noun: `1 request`, `2 requests`. */
function count(number, noun) {
    return `${number} ${noun}${number === 1 ? "" : "s"}`;
}

;// CONCATENATED MODULE: ./lib/certificate.js

const dayMs = 86_400_000;
/** A certificate's validity (RFC 5280, section 4.1.2.5) as results show it at the time `now`. */
function toCertificate({ from, to }, now) {
    return {
        validFrom: from.toISOString(),
        validTo: to.toISOString(),
        daysLeft: Math.floor((to.getTime() - now.getTime()) / dayMs),
    };
}
/** Whether fewer days are left than `warningDays` and than a third of the lifetime; never with 0. */
function expiresSoon({ validFrom, validTo }, warningDays, now) {
    const to = Date.parse(validTo);
    const lifetimeDays = (to - Date.parse(validFrom)) / dayMs;
    return (to - now.getTime()) / dayMs < Math.min(warningDays, lifetimeDays / 3);
}
/** `expires in 9 days, on 2026-12-01`. */
function expiry({ daysLeft, validTo }) {
    return `expires in ${daysLeft < 1 ? "less than a day" : count(daysLeft, "day")}, on ${validTo.slice(0, 10)}`;
}
/** The certificates to warn of, and for each the position in `results` where its origin was first met. */
function findExpiring(seen, results, { warningDays, now }) {
    const warnings = [];
    const expiring = new Map();
    for (const { origin, certificate } of seen) {
        if (!expiresSoon(certificate, warningDays, now))
            continue;
        warnings.push(`the certificate of ${origin} ${expiry(certificate)}`);
        const position = results.findIndex((checked) => met(checked, origin));
        if (position !== -1)
            expiring.set(position, certificate);
    }
    return { warnings, expiring };
}
/** Whether a check met an origin, by itself or by a redirect. */
function met({ target, result }, origin) {
    if (target.kind === "mistake")
        return false;
    return target.url.origin === origin || result.redirects.some((address) => `${address}/`.startsWith(`${origin}/`));
}

;// CONCATENATED MODULE: ./lib/secrets.js
/** Percent-decoding that leaves alone what is no percent-encoded UTF-8, such as a bare `%` in a password. */
function percentDecode(text) {
    return text.replace(/(?:%[0-9a-f]{2})+/gi, (encoded) => {
        try {
            return decodeURIComponent(encoded);
        }
        catch {
            return encoded;
        }
    });
}
/** The value of an `Authorization` or `Proxy-Authorization` header (RFC 7617) for percent-encoded credentials, and every form of the secret in it. */
function basicCredentials(username, password) {
    const pair = `${percentDecode(username)}:${percentDecode(password)}`;
    const base64 = Buffer.from(pair, "utf8").toString("base64");
    // A token is often given as a user name without a password.
    const secret = password === "" ? username : password;
    return { header: `Basic ${base64}`, secrets: [secret, percentDecode(secret), base64] };
}
/** Takes the `user:password@` out of a valid URI: https://url.spec.whatwg.org/#authority-state (a backslash is a slash there). */
function hideUserinfo(uri) {
    const [before, typed] = /^([a-z][a-z0-9+.-]*:[\\/]+)([^\\/?#]*)@/i.exec(uri)?.slice(1) ?? [];
    if (before === undefined || typed === undefined)
        return { shown: uri, secrets: [] };
    return { shown: before + uri.slice(before.length + typed.length + 1), secrets: [passwordOf(typed)] };
}
// In a text that is no valid URI, credentials can stand in more places. All of these look at a text once.
const anywhere = [
    // A password with a slash, question mark, hash or space in it, as it must not be: what follows the colon is no port.
    /([a-z][a-z0-9+.-]{0,20}:[\\/]{1,3})([^\\/?#\s:]*:(?!\d{0,5}(?:[\\/?#\s]|$)).*)@/gis,
    /([\\/]{2})([^\\/?#\s]+)@/g,
    /([\\/])([^\\/?#\s:]*:[^\\/\s]*)@/g,
    /(^|\s)([^\\/\s]+)@/g,
];
/** Takes everything out of a text that could be credentials, rather too much than too little. Secrets of one to three characters are not among `secrets`: they would be found everywhere. */
function hideCredentials(text) {
    const secrets = [];
    const take = (_, before, typed) => {
        // Several passwords at once, where a text has several URIs.
        secrets.push(passwordOf(typed), ...typed.split("@").map((part) => part.slice(part.lastIndexOf(":") + 1)));
        return before;
    };
    const end = text.lastIndexOf("@") + 1;
    const shown = anywhere.reduce((left, pattern) => left.replace(pattern, take), text.slice(0, end)) + text.slice(end);
    return { shown, secrets: secrets.filter((secret) => secret.length > 3) };
}
function passwordOf(userinfo) {
    const colon = userinfo.indexOf(":");
    return userinfo.slice(colon + 1) || userinfo.slice(0, colon);
}
/**
 * An address that a server chose, to be shown. Where any of `secrets` is in it, percent-encoded or not, because a server
 * can put what it was sent into an address, only its origin is left, or nothing.
 */
function hideSecrets(url, secrets) {
    // Host names are lower case whatever was typed. Shorter secrets than these would be found in any address.
    const wanted = secrets
        .filter((secret) => secret.length > 3)
        .flatMap((secret) => [secret.toLowerCase(), percentDecode(secret).toLowerCase()]);
    const isIn = (text) => [text, percentDecode(text)].some((form) => wanted.some((secret) => form.toLowerCase().includes(secret)));
    if (!isIn(url.href))
        return url.href;
    return isIn(url.origin) ? "***" : `${url.origin}/***`;
}

;// CONCATENATED MODULE: ./lib/inputs/headers.js

const defaults = [
    // A test compares the version to package.json's.
    { name: "User-Agent", value: "uptimemon/1.0.0" },
    { name: "Accept", value: "*/*" },
];
// These say how one connection is used (RFC 9110, section 7.6.1, and RFC 9112): the session decides that.
const refused = /^(connection|keep-alive|content-length|transfer-encoding|expect|upgrade|te|trailer|proxy-.*)$/i;
// RFC 9110, sections 5.6.2 (token) and 5.5 (field value).
const token = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/;
const badValue = /[^\t\x20-\x7e\x80-\xff]/;
const confidential = /auth|bearer|cookie|credential|jwt|key|passw|pwd|secret|session|signature|token/i;
/** Field names are case-insensitive: RFC 9110, section 5.1. */
function sameName(one, other) {
    return one.toLowerCase() === other.toLowerCase();
}
/** Every form in which the secret of a confidential header could be printed: whole, without its scheme, decoded. */
function secretsOf({ name, value }) {
    if (/^cookie$/i.test(name)) {
        // A short cookie (lang=en) is no secret, and masking it would make the log unreadable.
        const values = value.split(";").map((cookie) => cookie.slice(cookie.indexOf("=") + 1).trim());
        return [value, ...values.filter((one) => one.length >= 8)];
    }
    const credentials = /^\S+\s+(\S.*)$/.exec(value)?.[1];
    if (credentials === undefined)
        return [value, percentDecode(value)];
    if (!/^basic\s/i.test(value))
        return [value, credentials];
    const pair = Buffer.from(credentials, "base64").toString("utf8");
    return [value, credentials, pair, pair.slice(pair.indexOf(":") + 1)];
}
/** Parses the `headers` input: one `Name: value` a line; blank lines are skipped, and all problems are found at once. */
function parseHeaders(text) {
    const headers = [];
    const problems = [];
    const short = (name) => (name.length > 100 ? `${name.slice(0, 99)}\u2026` : name);
    for (const [index, line] of text.split(/\r\n|\n|\r/).entries()) {
        if (line.trim() === "")
            continue;
        const where = `headers: line ${index + 1}`;
        const colon = line.indexOf(":");
        const name = line.slice(0, colon).trim();
        const value = line.slice(colon + 1).trim();
        if (colon === -1)
            problems.push(`${where} has no colon; accepted: one "Name: value" a line`);
        else if (!token.test(name))
            problems.push(`${where} has a name with a character that RFC 9110 does not allow; accepted: one "Name: value" a line`);
        else if (refused.test(name))
            problems.push(`${where}: ${name} belongs to the connection and cannot be set; accepted: any other header`);
        else if (badValue.test(value))
            problems.push(`${where}: the value of ${short(name)} has a character that a header cannot hold; accepted: Latin-1 without control characters`);
        else
            headers.push({ name, value });
    }
    const isDefault = ({ name }) => defaults.some((header) => sameName(header.name, name));
    const own = [...defaults.filter(({ name }) => !headers.some((header) => sameName(header.name, name))), ...headers];
    const credentials = headers.filter(({ name, value }) => value !== "" && confidential.test(name));
    return { request: { own, elsewhere: own.filter(isDefault), secrets: credentials.flatMap(secretsOf) }, problems };
}

;// CONCATENATED MODULE: external "node:http"
const external_node_http_namespaceObject = require("node:http");
var external_node_http_default = /*#__PURE__*/__nccwpck_require__.n(external_node_http_namespaceObject);
;// CONCATENATED MODULE: ./lib/inputs/status.js

/** What `parseExpectedStatus` accepts, for error messages. */
const acceptedStatuses = "statuses from 100 to 599, ranges and classes, separated by commas (200 or 200,204 or 200-299 or 2xx)";
function parseRange(word) {
    // Three digits, the first from 1 to 5: RFC 9110, section 15.
    const klass = /^([1-5])xx$/i.exec(word);
    if (klass)
        return { from: Number(klass[1]) * 100, to: Number(klass[1]) * 100 + 99 };
    const range = /^([1-5]\d\d)(?:-([1-5]\d\d))?$/.exec(word);
    if (!range)
        return undefined;
    const from = Number(range[1]);
    const to = Number(range[2] ?? range[1]);
    return from <= to ? { from, to } : undefined;
}
/** Comma-separated statuses, ranges and classes; undefined when any of them is none. */
function parseExpectedStatus(text) {
    const words = text.split(",").map((word) => word.trim());
    const ranges = [];
    for (const word of words) {
        const range = parseRange(word);
        if (!range)
            return undefined;
        ranges.push(range);
    }
    return { text: words.join(","), ranges };
}
/** Whether a server's status (any three digits) is one of the expected ones. */
function isExpected(status, expected) {
    return expected.ranges.some(({ from, to }) => from <= status && status <= to);
}
/** A status with its registered words, which are ours and not the server's: `404 Not Found`. */
function nameStatus(status) {
    return `${status} ${external_node_http_namespaceObject.STATUS_CODES[status] ?? ""}`.trimEnd();
}

;// CONCATENATED MODULE: ./lib/inputs/target.js


/** `line 3`, or `list.txt:3` for a line of a file. */
function showPlace({ file, line }) {
    return file === null ? `line ${line}` : `${file}:${line}`;
}
// One for all lines without any, of which there may be thousands.
const noSecrets = [];
function parseAddress(word) {
    if (!/^https?:\/\//i.test(word))
        return "not an http(s) URI: it must start with http:// or https://";
    let url;
    try {
        url = new URL(word);
    }
    catch {
        return "not a valid URI";
    }
    if (url.hostname.includes(","))
        return "a comma in the host: one URI per line";
    return url;
}
/**
 * Parses one trimmed, non-empty line, `URI [status [text]]`. Never throws: a line that cannot be checked becomes a
 * `Mistake`, so that the others still are.
 */
function parseLine(line, place, defaultStatus) {
    const [, address = "", status, text = null] = /^(\S+)(?:\s+(\S+)(?:\s+(.+))?)?$/s.exec(line) ?? [];
    const mistake = (problem) => {
        return { kind: "mistake", place, problem, ...hideCredentials(line) };
    };
    const url = parseAddress(address);
    if (typeof url === "string")
        return mistake(url);
    if (status?.includes("://"))
        return mistake("a second URI on the line: one URI per line");
    const statuses = status === undefined ? defaultStatus : parseExpectedStatus(status);
    if (!statuses)
        return mistake(`the second word is not a status: one URI per line, and after it ${acceptedStatuses}, then a text to look for`);
    const expected = { status: statuses, text: text === null ? null : { text, unwanted: false }, end: null };
    const { shown, secrets: typed } = address.includes("@")
        ? hideUserinfo(address)
        : { shown: address, secrets: noSecrets };
    if (url.username === "" && url.password === "") {
        return { kind: "uri", place, shown, secrets: noSecrets, url, authorization: null, getsHeaders: true, expected };
    }
    const { header, secrets } = basicCredentials(url.username, url.password);
    url.username = "";
    url.password = "";
    return {
        kind: "uri",
        place,
        shown,
        secrets: [...secrets, ...typed],
        url,
        authorization: header,
        getsHeaders: true,
        expected,
    };
}
/** The lines of a list that ask for something: trimmed (of a byte order mark too), without blank lines and comments. */
function parseLines(text, file, defaultStatus) {
    const parsed = [];
    for (const [index, line] of text.split(/\r\n|\n|\r/).entries()) {
        const trimmed = line.trim();
        if (trimmed === "" || trimmed.startsWith("#"))
            continue;
        parsed.push(parseLine(trimmed, { file, line: index + 1 }, defaultStatus));
    }
    return parsed;
}

;// CONCATENATED MODULE: ./lib/result.js
/** A sentence as plain text. */
function plain(sentence) {
    return sentence.map((part) => (typeof part === "string" ? part : part.foreign)).join("");
}

;// CONCATENATED MODULE: ./lib/session/clock.js

/** Whether the first hop is not reached yet: the proxy, where the way leads through one, the server otherwise. */
function isOnTheWay(stage) {
    return stage === "lookup" || stage === "connect" || stage === "proxy";
}
// HAR 1.2, "timings": connect includes ssl.
const phasesOf = {
    lookup: ["dns"],
    connect: ["connect"],
    proxy: ["connect"],
    tls: ["connect", "ssl"],
    send: ["send"],
    wait: ["wait"],
    receive: ["receive"],
};
/**
 * The clock of one attempt. It runs from the first `enter`, so that what Node takes to load is no one's time; until then
 * `elapsedMs` counts from when it was made, so that a deadline holds all the same. `enter` ends the stage under way and
 * begins another; `stop` ends the last one, so that a phase which a failure cut short has the time it had taken. Going
 * through a stage again (redirects, a resend) adds up.
 */
class Clock {
    timings = {
        dns: -1,
        connect: -1,
        ssl: -1,
        send: -1,
        wait: -1,
        receive: -1,
    };
    stage = null;
    #startedAt = now();
    #since = 0;
    enter(stage) {
        this.#endStage();
        if (this.stage === null)
            this.#startedAt = this.#since;
        this.stage = stage;
    }
    /** The milliseconds since the first stage began, or since the clock was made where none has. */
    elapsedMs() {
        return now() - this.#startedAt;
    }
    /** Rounds the timings to the microsecond and returns the milliseconds since the first stage began, 0 without any. */
    stop() {
        this.#endStage();
        const { timings } = this;
        timings.dns = round(timings.dns);
        timings.connect = round(timings.connect);
        timings.ssl = round(timings.ssl);
        timings.send = round(timings.send);
        timings.wait = round(timings.wait);
        timings.receive = round(timings.receive);
        return this.stage === null ? 0 : round(this.#since - this.#startedAt);
    }
    #endStage() {
        const end = now();
        if (this.stage !== null)
            for (const phase of phasesOf[this.stage])
                this.timings[phase] = Math.max(this.timings[phase], 0) + end - this.#since;
        this.#since = end;
    }
}
/** The milliseconds that opening connections took: 0 where none was opened. */
function connectingMs({ dns, connect }) {
    return Math.max(dns, 0) + Math.max(connect, 0);
}
function round(milliseconds) {
    return Math.round(milliseconds * 1000) / 1000;
}

;// CONCATENATED MODULE: ./lib/session/attempt.js

const deadlinePassed = Symbol("deadline passed");
const runCancelled = Symbol("run cancelled");
/**
 * One attempt: its clock, and the means to end it at any stage. It stands in for an AbortController, of which one for
 * each attempt costs a list of thousands a twentieth of its time; a real `AbortSignal` is made where a connection is opened.
 */
class Attempt {
    clock = new Clock();
    /** Why it was ended; null while it was not. */
    endReason = null;
    #controller = null;
    #listener = null;
    /** Ends the attempt, once. */
    end(reason) {
        if (this.endReason !== null)
            return;
        this.endReason = reason;
        this.#controller?.abort(reason);
        this.#listener?.(reason);
    }
    /** Calls `listener` when the attempt is ended, in place of an earlier one; null: nobody. Of an attempt that has ended already, `endReason` tells. */
    onEnd(listener) {
        this.#listener = listener;
    }
    /** A signal that is aborted when the attempt is ended. */
    get signal() {
        this.#controller ??= new AbortController();
        if (this.endReason !== null)
            this.#controller.abort(this.endReason);
        return this.#controller.signal;
    }
}
/**
 * The attempts under way: ends each at its deadline, and all of them when the run is cancelled. One timer serves all,
 * as they have the same time: it is set for the earliest deadline, and looks again when it fires.
 */
class UnderWay {
    #attempts = new Set();
    #timeoutMs;
    #timer = null;
    constructor({ timeoutMs, cancelled }) {
        this.#timeoutMs = timeoutMs;
        cancelled.addEventListener("abort", () => {
            for (const attempt of this.#attempts)
                attempt.end(runCancelled);
        });
    }
    /** Begins an attempt. Whoever does so says when it is over. */
    begin() {
        const attempt = new Attempt();
        this.#attempts.add(attempt);
        if (this.#timer === null)
            this.#wait(this.#timeoutMs);
        else
            this.#timer.ref();
        return attempt;
    }
    /** Takes note that an attempt is over. */
    finish(attempt) {
        this.#attempts.delete(attempt);
        // Not cleared: a list that is checked one after the other would set a timer for each URI.
        if (this.#attempts.size === 0)
            this.#timer?.unref();
    }
    #wait(milliseconds) {
        // A plain timer: that of AbortSignal.timeout() does not keep the process, which could end before it. Then one turn
        // of the event loop: Node runs timers before it reads, and where the machine stood still an answer may lie there.
        this.#timer = setTimeout(() => setImmediate(() => this.#endOverdue()), milliseconds);
    }
    #endOverdue() {
        this.#timer = null;
        let nextMs = Number.POSITIVE_INFINITY;
        for (const attempt of this.#attempts) {
            // A timer may be a moment early.
            const leftMs = this.#timeoutMs - attempt.clock.elapsedMs();
            if (leftMs <= 0)
                attempt.end(deadlinePassed);
            else
                nextMs = Math.min(nextMs, leftMs);
        }
        if (nextMs !== Number.POSITIVE_INFINITY)
            this.#wait(Math.ceil(nextMs));
    }
}

;// CONCATENATED MODULE: ./lib/session/failure.js



/** A failure that Node has no error for. Its message is the sentence that the user reads. */
class ExchangeError extends Error {
    name = "ExchangeError";
}
/** The error of a connection that ended without one of Node's. */
function connectionLost() {
    return Object.assign(new Error("the connection was closed"), { code: "ECONNRESET" });
}
const doing = {
    lookup: "looking up the host name",
    connect: "connecting",
    proxy: "waiting for the proxy",
    tls: "in the TLS handshake",
    send: "sending the request",
    wait: "waiting for the answer",
    receive: "reading the body",
};
const failure_closed = {
    lookup: "before it was open",
    connect: "before an answer came",
    proxy: "before the tunnel was open",
    tls: "during the TLS handshake",
    send: "before an answer came",
    wait: "before an answer came",
    receive: "in the middle of the body",
};
const untrusted = "the certificate is not signed by a trusted authority, or the server sends an incomplete chain";
const unreachable = "no route to the host";
const words = {
    ENOTFOUND: "no such host",
    EAI_AGAIN: "DNS lookup failed: the name server did not answer",
    ECONNREFUSED: "connection refused",
    ENETUNREACH: unreachable,
    EHOSTUNREACH: unreachable,
    EADDRNOTAVAIL: unreachable,
    CERT_HAS_EXPIRED: "the certificate has expired",
    CERT_NOT_YET_VALID: "the certificate is not valid yet",
    CERT_REVOKED: "the certificate is revoked",
    DEPTH_ZERO_SELF_SIGNED_CERT: "the certificate is self-signed",
    SELF_SIGNED_CERT_IN_CHAIN: untrusted,
    ERR_TLS_CERT_ALTNAME_INVALID: "the certificate is for another host name",
    HPE_HEADER_OVERFLOW: "the headers of the answer are over 128 KiB",
};
// The parser met the end of the connection inside an answer: that is a cut, not a violation of the protocol.
const cuts = new Set([
    "ECONNRESET",
    "EPIPE",
    "ECONNABORTED",
    "HPE_INVALID_EOF_STATE",
    "ERR_STREAM_PREMATURE_CLOSE",
    "ERR_STREAM_WRITE_AFTER_END",
]);
/** The code and OpenSSL's reason of an error. An AggregateError of several addresses carries the code of the attempts. */
function factsOf(error) {
    const code = error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : "";
    const reason = error instanceof Error && "reason" in error && typeof error.reason === "string" ? error.reason : "";
    // The reasons are OpenSSL's own table, not the peer's words; printable ASCII all the same.
    return { code, reason: reason.replace(/[^\x20-\x7e]/g, "") };
}
// One code for all: whether it is EPROTO or one of ERR_SSL_* depends on Node's version and on who noticed.
function tlsCause({ reason }) {
    if (/wrong version number|packet length too long|http request/.test(reason))
        return "the port does not speak TLS (EPROTO)";
    return `TLS handshake failed${reason === "" ? "" : `: ${reason}`} (EPROTO)`;
}
function causeOf(facts, stage, throughProxy) {
    const { code } = facts;
    const known = words[code];
    if (known !== undefined)
        return `${known} (${code})`;
    const closer = throughProxy ? "the proxy closed the connection" : "the connection was closed";
    if (cuts.has(code))
        return `${closer} ${failure_closed[stage]} (ECONNRESET)`;
    if (code === "ETIMEDOUT")
        return `the network gave up ${doing[stage]} (ETIMEDOUT)`;
    if (code.startsWith("HPE_"))
        return `the answer is not valid HTTP (${code})`;
    if (code === "EPROTO" || code.startsWith("ERR_SSL_") || code.startsWith("ERR_TLS_"))
        return tlsCause(facts);
    if (code.startsWith("UNABLE_TO_"))
        return `${untrusted} (${code})`;
    if (stage === "tls")
        return `the certificate was not accepted (${code || "unknown reason"})`;
    return `the request failed ${doing[stage]} (${code || "unknown reason"})`;
}
function describeStage(stage, proxy) {
    if (proxy === null || stage === "receive")
        return doing[stage];
    if (stage === "lookup")
        return `looking up the proxy ${proxy}`;
    return `${stage === "connect" ? "connecting to" : "waiting for"} the proxy ${proxy}`;
}
/**
 * One sentence in our own words, with the stage and the code. `error.message` is never shown: it can hold addresses,
 * line breaks and names that the server chose.
 */
function describeFailure({ error, stage, proxy }, timeoutMs) {
    const at = stage ?? "lookup";
    if (error === deadlinePassed)
        return `timed out after ${span(timeoutMs)} ${describeStage(at, proxy)} (ETIMEDOUT)`;
    if (error === runCancelled)
        return `cancelled while ${describeStage(at, proxy)}`;
    if (error instanceof ExchangeError)
        return error.message;
    const isBefore = isOnTheWay(at);
    const cause = causeOf(factsOf(error), at, proxy !== null && !isBefore);
    return proxy !== null && isBefore ? `cannot connect to the proxy ${proxy}: ${cause}` : cause;
}

;// CONCATENATED MODULE: ./lib/check/redirect.js

// RFC 9110, section 15.4; 300 and 304 to 306 do not say where to go next.
const redirecting = new Set([301, 302, 303, 307, 308]);
/**
 * The step that an answer to `base` asks for, or null when it asks for none. `secrets` are taken out of what is shown:
 * a server may put what it was sent into the address.
 */
function followRedirect(answer, base, secrets) {
    const { location } = answer.headers;
    if (!redirecting.has(answer.status) || location === undefined || location === "")
        return null;
    let url;
    try {
        url = new URL(asUtf8(location), base);
    }
    catch {
        return { kind: "refused", problem: "redirected to something that is not an http(s) URI", shown: null };
    }
    if (!/^https?:$/.test(url.protocol))
        return { kind: "refused", problem: "redirected to something that is not an http(s) URI", shown: null };
    // Credentials in a redirect are no user's: they are neither sent nor shown.
    url.username = "";
    url.password = "";
    const shown = hideSecrets(url, secrets);
    if (base.protocol === "https:" && url.protocol === "http:")
        return { kind: "refused", problem: "redirected from https to http, which is refused", shown };
    return { kind: "follow", url, shown };
}
/** Node reads headers as Latin-1; a Location with other characters is UTF-8 in practice. */
function asUtf8(location) {
    const decoded = Buffer.from(location, "latin1").toString("utf8");
    return decoded.includes("\ufffd") ? location : decoded;
}

;// CONCATENATED MODULE: ./lib/check/search.js
/** A case-sensitive search for a text in a body that comes in chunks. */
class Search {
    /** Whether the text was in what has been read. */
    found = false;
    /** The content coding of a body that is compressed, and so cannot be searched; null for a plain one. */
    coding = null;
    #text;
    #decoder = null;
    // The end of what was read: the text may begin in one chunk and end in the next.
    #tail = "";
    constructor(text) {
        this.#text = text;
    }
    /** Takes the headers of the answer: its body is read in the charset that they declare (RFC 9110, section 8.3.2), or in UTF-8. */
    open(headers) {
        this.#decoder = decoderFor(headers["content-type"] ?? "");
        this.coding = codingOf(headers["content-encoding"]);
    }
    /** Takes the next chunk. */
    read(chunk) {
        if (this.found || this.#decoder === null)
            return;
        const searched = this.#tail + this.#decoder.decode(chunk, { stream: true });
        this.found = searched.includes(this.#text);
        this.#tail = this.#text.length > 1 ? searched.slice(1 - this.#text.length) : "";
    }
}
function decoderFor(contentType) {
    const charset = /;\s*charset\s*=\s*"?([^\s";]+)/i.exec(contentType)?.[1] ?? "utf-8";
    try {
        return new TextDecoder(charset);
    }
    catch {
        return new TextDecoder("utf-8");
    }
}
// RFC 9110, section 8.4.1, and the registry that it points to.
const codings = new Set(["br", "compress", "deflate", "gzip", "zstd"]);
/** The codings in words of ours; null for none. */
function codingOf(declared = "") {
    const names = declared
        .toLowerCase()
        .split(",")
        .map((name) => name.trim());
    const used = names.filter((name) => name !== "" && name !== "identity").slice(0, 3);
    return used.length === 0 ? null : used.map((name) => (codings.has(name) ? name : "unknown")).join(", ");
}

;// CONCATENATED MODULE: ./lib/check/check.js










const noRedirects = [];
/**
 * Makes one attempt at a target; `number` counts from 1. Settles within the timeout, or at once when it is ended, and
 * never rejects for what a network or a server does.
 */
async function check(target, number, options) {
    const attempt = options.underWay.begin();
    try {
        const ending = await followToTheEnd(target, options, attempt);
        return judge(target, number, ending, attempt.clock);
    }
    finally {
        options.underWay.finish(attempt);
    }
}
async function followToTheEnd(target, options, attempt) {
    const { maxRedirects, timeoutMs } = options;
    let redirects = noRedirects;
    let { url } = target;
    let headers = withCredentials(options.headers.own, target);
    let reused = true;
    let resent = false;
    for (;;) {
        const search = searchFor(target);
        const reply = await options.session.exchange({ attempt, url, headers: readable(headers, target), reader: search });
        reused &&= reply.reused;
        resent ||= reply.resent;
        const ending = { reply, problem: null, search, redirects, location: null, reused, resent };
        if (reply.kind === "lost")
            return { ...ending, problem: [describeFailure(reply.failure, timeoutMs)] };
        if (isExpected(reply.status, expectationOf(target).status))
            return ending;
        const step = followRedirect(reply, url, [...options.sharedSecrets, ...target.secrets]);
        if (step === null)
            return ending;
        if (maxRedirects === 0)
            return { ...ending, location: step.shown };
        if (redirects.length >= maxRedirects)
            return { ...ending, problem: [`more than ${count(maxRedirects, "redirect")}`] };
        if (step.kind === "refused")
            return { ...ending, problem: [step.problem], location: step.shown };
        redirects = [...redirects, step.shown];
        if (step.url.origin !== url.origin)
            headers = options.headers.elsewhere;
        url = step.url;
    }
}
function searchFor(target) {
    const { text } = expectationOf(target);
    return text === null ? null : new Search(text.text);
}
function withCredentials(headers, { authorization }) {
    if (authorization === null)
        return headers;
    return [
        ...headers.filter(({ name }) => !sameName(name, "Authorization")),
        { name: "Authorization", value: authorization },
    ];
}
/** A text can only be found in a body that is not compressed, and by itself a server may choose any coding: RFC 9110, section 12.5.3. */
function readable(headers, target) {
    if (expectationOf(target).text === null || headers.some(({ name }) => sameName(name, "Accept-Encoding")))
        return headers;
    return [...headers, { name: "Accept-Encoding", value: "identity" }];
}
function judge(target, attempts, ending, clock) {
    const { reply, redirects, reused, resent, location } = ending;
    const judgement = compare(target, ending);
    const durationMs = clock.stop();
    const { timings } = clock;
    const course = { attempts, durationMs, redirects, reused, resent, timings, certificate: reply.certificate };
    const outcome = outcomeOf(judgement, reply.kind === "answer" ? reply.status : 0);
    const retryAt = reply.kind === "answer" && outcome.state === "NOK" ? retryTime(reply.status, reply.headers["retry-after"]) : null;
    return {
        target,
        result: { uri: target.shown, ...outcome, ...course },
        judgement,
        unfollowed: location,
        strayedTo: null,
        pages: null,
        retryAt,
    };
}
function compare(target, { reply, problem, search }) {
    const expected = expectationOf(target);
    if (reply.kind === "lost" && reply.failure.error === runCancelled)
        return { kind: "cancelled" };
    if (reply.kind === "lost" || problem !== null)
        return { kind: "no answer", cause: problem ?? ["no answer"] };
    if (!isExpected(reply.status, expected.status))
        return { kind: "wrong status", expected: expected.status.text };
    if (expected.text === null || search === null || search.found)
        return { kind: "as expected" };
    const obstacle = search.coding === null ? null : `the body is compressed: ${search.coding}`;
    return { kind: "wrong text", ...expected.text, obstacle };
}
function outcomeOf(judgement, status) {
    switch (judgement.kind) {
        case "as expected":
            return { state: "OK", status, message: "" };
        case "wrong status":
            return { state: "NOK", status, message: `${nameStatus(status)}, expected ${judgement.expected}` };
        case "wrong text":
            return { state: "NOK", status, message: `${nameStatus(status)}, text not found` };
        case "wrong target":
            return { state: "NOK", status, message: `${nameStatus(status)}, leads to ${judgement.leadsTo}` };
        case "no answer":
            return { state: "ERR", status: null, message: plain(judgement.cause) };
        case "mistake":
            return { state: "ERR", status: null, message: judgement.problem };
        case "cancelled":
            return { state: "ERR", status: null, message: "not checked (cancelled)" };
    }
}
const byDefault = { status: { text: "200", ranges: [{ from: 200, to: 200 }] }, text: null, end: null };
function expectationOf(target) {
    return target.kind === "uri" ? target.expected : byDefault;
}
/** Retry-After (RFC 9110, section 10.2.3) of a 429 or 503, in seconds or as a date, on the clock of `now`. */
function retryTime(status, value) {
    if (value === undefined || (status !== 429 && status !== 503))
        return null;
    const ms = /^\d+$/.test(value) ? Number(value) * 1000 : Date.parse(value) - Date.now();
    return Number.isNaN(ms) ? null : now() + ms;
}
/** What is said of a target for which no request was made: a line that is a mistake, or what a cancelled run left over. */
function leaveUnchecked(target) {
    const judgement = target.kind === "mistake"
        ? { kind: "mistake", problem: `${target.problem} (${showPlace(target.place)})` }
        : { kind: "cancelled" };
    const course = {
        attempts: 0,
        durationMs: 0,
        redirects: noRedirects,
        reused: false,
        resent: false,
        timings: new Clock().timings,
        certificate: null,
    };
    return {
        target,
        result: { uri: target.shown, ...outcomeOf(judgement, 0), ...course },
        judgement,
        unfollowed: null,
        strayedTo: null,
        pages: null,
        retryAt: null,
    };
}

;// CONCATENATED MODULE: ./lib/check/rounds.js

/** Prepares the rounds: the first checks every target, each later one what is not up yet, until `retryForMs` after the first. */
function planRounds(plan) {
    const { targets, concurrency, retryForMs, retryDelayMs, timeoutMs, cancelled } = plan;
    const known = [];
    // Positions whose last word was that they will be repeated.
    const announced = new Set();
    let retryUntil = Number.POSITIVE_INFINITY;
    /** When a failed target may be asked again: a Retry-After past `retryUntil` binds nobody, or its server would never be asked. */
    const dueTime = ({ retryAt }) => (retryAt !== null && retryAt <= retryUntil ? retryAt : 0);
    const mayRepeat = ({ target, result }) => target.kind !== "mistake" && result.state !== "OK" && !cancelled.aborted;
    function settle(position, checked) {
        // An attempt that was cancelled tells nothing: what an earlier one found stands.
        const wasCancelled = checked.judgement.kind === "cancelled";
        if (wasCancelled && checked.result.attempts > 1)
            return;
        const isFirst = known[position] === undefined;
        known[position] = checked;
        const willRepeat = mayRepeat(checked) &&
            retryForMs > 0 &&
            retryDelayMs <= retryForMs &&
            Math.max(now() + retryDelayMs, dueTime(checked)) <= retryUntil;
        if (willRepeat)
            announced.add(position);
        else
            announced.delete(position);
        plan.onAttempt(checked, { isFirst, willRepeat });
    }
    async function attempt(position) {
        const target = targets[position];
        if (target === undefined)
            return;
        const attempts = known[position]?.result.attempts ?? 0;
        settle(position, target.kind !== "mistake" ? await plan.check(target, attempts + 1) : plan.leaveUnchecked(target));
    }
    /** Up to `concurrency` attempts at once; each takes the next target as soon as it is free, so that a slow one holds nobody up. */
    async function makeRound(positions) {
        const queue = positions.values();
        const work = async () => {
            for (const position of queue) {
                if (cancelled.aborted)
                    return;
                await attempt(position);
                // A round that began in time may run over `retryUntil`, but begins nothing more one timeout after it.
                if (now() > retryUntil + timeoutMs)
                    return;
            }
        };
        await Promise.all(Array.from({ length: Math.min(concurrency, positions.length) }, work));
    }
    async function retry() {
        let roundEnd = now();
        retryUntil = roundEnd + retryForMs;
        while (retryForMs > 0) {
            const open = [...results().entries()].filter(([, checked]) => mayRepeat(checked));
            const earliest = open.reduce((time, [, checked]) => Math.min(time, dueTime(checked)), Number.POSITIVE_INFINITY);
            const start = Math.max(roundEnd + retryDelayMs, earliest);
            if (start > retryUntil)
                return;
            await pause(start - now(), cancelled);
            if (cancelled.aborted)
                return;
            plan.freshen();
            await makeRound(open.filter(([, checked]) => dueTime(checked) <= start).map(([position]) => position));
            roundEnd = now();
        }
    }
    const results = () => targets.map((target, position) => known[position] ?? plan.leaveUnchecked(target));
    return {
        results,
        async run() {
            await makeRound([...targets.keys()]);
            await retry();
            for (const [position, checked] of results().entries()) {
                const isFirst = known[position] === undefined;
                if (isFirst || announced.has(position))
                    plan.onAttempt(checked, { isFirst, willRepeat: false });
            }
        },
    };
}
/** Waits, but not past an abort. */
async function pause(milliseconds, signal) {
    if (signal.aborted)
        return;
    await new Promise((resolve) => {
        const end = () => {
            clearTimeout(timer);
            signal.removeEventListener("abort", end);
            resolve();
        };
        // Rounded up: a timer may fire within the millisecond before its time.
        const timer = setTimeout(end, Math.min(Math.ceil(Math.max(milliseconds, 0)) + 1, maxTimerMs));
        signal.addEventListener("abort", end);
    });
}

;// CONCATENATED MODULE: external "node:fs"
const external_node_fs_namespaceObject = require("node:fs");
;// CONCATENATED MODULE: ./lib/text.js
// Foreign text (URIs, redirect targets, input values) stays raw in data and is made harmless here, where it is printed.
// C0 and C1 controls would start log lines or move a terminal's cursor; U+2028 and U+2029 are line breaks to some.
const controls = /[\p{Cc}\u2028\u2029]/gu;
// Invisible or reordering characters, with which a text can pass for another one.
const invisible = /[\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;
// Nearly all text is this, and needs no second look.
const harmless = /^[ !#$%(-;=?-~]*$/;
/** One visible line: controls become spaces, invisible and reordering characters U+FFFD. */
function plainText(text) {
    if (harmless.test(text))
        return text;
    return text.replace(controls, " ").replace(invisible, "\ufffd");
}
/** A piece of a log line. The runner takes `##[command]` for a command anywhere in a line (`::command::` only at its start, where no foreign text ever stands), so its second `#` is percent-encoded. */
function logText(text) {
    return plainText(text).replaceAll("##[", "#%23[");
}
const entities = {
    "&": "&amp;",
    "<": "&lt;",
    ">": "&gt;",
    '"': "&quot;",
    "'": "&apos;",
};
/** Text or attribute value in HTML. Just these five entities and no other escape: the runner masks secrets in the summary in this form. */
function htmlText(text) {
    if (harmless.test(text))
        return text;
    return plainText(text).replace(/[&<>"']/g, (character) => entities[character] ?? character);
}
/** Foreign text in the summary: in `<code>` GitHub makes no link, mention or emoji of it. */
function htmlCode(text) {
    return `<code>${htmlText(text)}</code>`;
}
/** A host for a Mermaid label: only characters without a meaning there, and the last 39 of a long one. */
function mermaidLabel(host) {
    const label = host.replace(/[^A-Za-z0-9._:[\]-]/g, "_");
    return label.length > 40 ? `\u2026${label.slice(-39)}` : label;
}
/** An address that a server chose: without its query and fragment, which may hold tokens, and at most 200 characters. */
function shortAddress(address) {
    const short = address.replace(/\?[^#]*/, "?\u2026").replace(/#.*$/s, "#\u2026");
    return short.length > 200 ? `${short.slice(0, 199)}\u2026` : short;
}

;// CONCATENATED MODULE: ./lib/inputs/proxies.js

/** An IPv6 address loses the brackets of a URI (RFC 3986, section 3.2.2); a port that is not named is the scheme's own. */
function endpointOf({ protocol, hostname, port: named }) {
    const tls = protocol === "https:";
    const port = named === "" ? (tls ? 443 : 80) : Number(named);
    return { tls, host: hostname.replace(/^\[|\]$/g, ""), port, authority: `${hostname}:${port}` };
}
/**
 * Parses the value of `HTTP_PROXY` or `HTTPS_PROXY`: a URI, or `host:port`, with or without credentials. A value that
 * is neither is a `BrokenProxy`, where @actions/http-client would go direct without a word.
 */
function parseProxy(value) {
    const address = value.trim();
    if (address === "")
        return { proxy: null, secrets: [] };
    const broken = { proxy: { kind: "broken" }, secrets: [] };
    let url;
    try {
        url = new URL(address.includes("://") ? address : `http://${address}`);
    }
    catch {
        return broken;
    }
    if (!/^https?:$/.test(url.protocol))
        return broken;
    const credentials = url.username === "" && url.password === "" ? null : basicCredentials(url.username, url.password);
    const proxy = { kind: "proxy", ...endpointOf(url), authorization: credentials?.header ?? null };
    return { proxy, secrets: credentials?.secrets ?? [] };
}

;// CONCATENATED MODULE: ./lib/inputs/shard.js
/** `i/n` with 1 <= i <= n; undefined for anything else. */
function parseShard(text) {
    const [, index, count] = /^([1-9]\d{0,5})\/([1-9]\d{0,5})$/.exec(text) ?? [];
    const shard = { index: Number(index), count: Number(count) };
    return shard.index <= shard.count ? shard : undefined;
}
/**
 * The targets of one shard, in list order. The list is laid out origin by origin and cut into `count` pieces whose
 * sizes differ by at most one: together they are the whole list, and only the n - 1 cuts can split an origin over two
 * shards, so that the connections of all shards are at most n - 1 more than without splitting.
 */
function takeShard(targets, { index, count }) {
    const byOrigin = new Map();
    for (const [position, target] of targets.entries()) {
        const origin = target.kind === "mistake" ? "" : target.url.origin;
        const positions = byOrigin.get(origin);
        if (positions)
            positions.push(position);
        else
            byOrigin.set(origin, [position]);
    }
    const grouped = [...byOrigin.values()].flat();
    const cut = (piece) => Math.ceil((grouped.length * piece) / count);
    const chosen = new Set(grouped.slice(cut(index - 1), cut(index)));
    return targets.filter((_, position) => chosen.has(position));
}

;// CONCATENATED MODULE: ./lib/inputs/inputs.js










/** The inputs of action.yml and their defaults, as strings (`""`: none). A test compares the two, and the README. */
const inputDefaults = {
    uris: "",
    "uris-file": "",
    "expected-status": "200",
    headers: "",
    timeout: "10s",
    "retry-for": "0s",
    "retry-delay": "5s",
    "max-redirects": "10",
    concurrency: "1",
    "certificate-warning-days": "14",
    shard: "",
};
/** The user's mistakes, all at once: one sentence each, with the input, the value and what is accepted. */
class InputError extends Error {
    name = "InputError";
    problems;
    /** To be masked all the same. */
    secrets;
    constructor(problems, secrets) {
        super(problems.join("\n"));
        this.problems = problems;
        this.secrets = secrets;
    }
}
// Enough to see what is wrong with a block of them, and not so many that another input is lost among them.
const maxHeaderProblems = 20;
function parseTimeout(text) {
    const ms = parseDuration(text);
    return ms === undefined || ms < 1 ? undefined : ms;
}
function wholeNumberFrom(least) {
    return (text) => {
        const number = /^\d+$/.test(text) ? Number(text) : Number.NaN;
        return Number.isSafeInteger(number) && number >= least ? number : undefined;
    };
}
/** A value as an error shows it: on one line, without credentials, and cut when it is long. */
function quote(value) {
    const line = plainText(/:.*@/s.test(value) ? hideCredentials(value).shown : value);
    return JSON.stringify(line.length > 200 ? `${line.slice(0, 199)}\u2026` : line);
}
function readOne(name, problems, accepted, parse) {
    const fallback = parse(inputDefaults[name]);
    if (fallback === undefined)
        throw new Error(`the default of ${name} is not accepted by its own parser`);
    const text = getInput(name);
    if (text === "")
        return fallback;
    const value = parse(text);
    if (value === undefined)
        problems.push(`${name}: ${quote(text)} is not accepted; accepted: ${accepted}`);
    return value ?? fallback;
}
function readFileLines(problems, expected) {
    const file = getInput("uris-file");
    if (file === "")
        return [];
    try {
        return parseLines((0,external_node_fs_namespaceObject.readFileSync)(file, "utf8"), file, expected);
    }
    catch (error) {
        const code = error instanceof Error && "code" in error ? ` (${String(error.code)})` : "";
        problems.push(`uris-file: ${quote(file)} cannot be read${code}; accepted: the path of a text file, relative to the workspace`);
        return [];
    }
}
function readLines(problems, expected) {
    const uris = getInput("uris", { trimWhitespace: false });
    const lines = [...parseLines(uris, null, expected), ...readFileLines(problems, expected)];
    if (lines.length > 0 || problems.some((problem) => problem.startsWith("uris-file:")))
        return lines;
    const misnamed = ["url", "urls", "uri"].find((name) => getInput(name) !== "");
    const hint = misnamed === undefined ? "" : `; \`${misnamed}\` is set, but the input is called \`uris\``;
    problems.push(`uris: there is no URI to check${hint}; accepted: one "URI [status [text]]" a line, here or in the file that uris-file names`);
    return [];
}
function credentialsWarning(targets, hasCredentials) {
    if (!hasCredentials)
        return [];
    const origins = new Set(targets.map((target) => (target.kind === "mistake" ? null : target.url.origin)));
    origins.delete(null);
    if (origins.size < 2)
        return [];
    return [
        `headers holds credentials, and they are sent to all ${origins.size} origins of the list: use a step for each, or user:password@ in the URI that needs them`,
    ];
}
function retryWarning(retryForMs, retryDelayMs) {
    if (retryForMs === 0 || retryDelayMs <= retryForMs)
        return [];
    return [
        `nothing will be re-checked: retry-delay (${span(retryDelayMs)}) is longer than retry-for (${span(retryForMs)})`,
    ];
}
/** Reads all inputs. Throws one `InputError` that names everything that is wrong with them. */
function readInputs() {
    const problems = [];
    const expected = readOne("expected-status", problems, acceptedStatuses, parseExpectedStatus);
    const lines = readLines(problems, expected);
    const headers = parseHeaders(getInput("headers", { trimWhitespace: false }));
    problems.push(...headers.problems.slice(0, maxHeaderProblems));
    const more = headers.problems.length - maxHeaderProblems;
    if (more > 0)
        problems.push(`headers: ${count(more, "more line")} ${more === 1 ? "is" : "are"} not accepted either`);
    const shard = readOne("shard", problems, "i/n with 1 <= i <= n, such as 2/4", (text) => text === "" ? null : parseShard(text));
    const targets = shard === null ? lines : takeShard(lines, shard);
    const { proxies, secrets: proxySecrets } = readProxies();
    const sharedSecrets = unique([...headers.request.secrets, ...proxySecrets]);
    const retryForMs = readOne("retry-for", problems, acceptedDurations, parseDuration);
    const retryDelayMs = readOne("retry-delay", problems, acceptedDurations, parseDuration);
    const inputs = {
        targets,
        headers: headers.request,
        proxies,
        timeoutMs: readOne("timeout", problems, `${acceptedDurations}, and not 0`, parseTimeout),
        retryForMs,
        retryDelayMs,
        maxRedirects: readOne("max-redirects", problems, "a whole number from 0 up", wholeNumberFrom(0)),
        concurrency: readOne("concurrency", problems, "a whole number from 1 up", wholeNumberFrom(1)),
        certificateWarningDays: readOne("certificate-warning-days", problems, "a whole number of days from 0 up", wholeNumberFrom(0)),
        secrets: unique([...lines.flatMap(({ secrets }) => secrets), ...sharedSecrets]),
        sharedSecrets,
        warnings: [
            ...credentialsWarning(targets, headers.request.secrets.length > 0),
            ...retryWarning(retryForMs, retryDelayMs),
        ],
    };
    if (problems.length > 0)
        throw new InputError(problems, inputs.secrets);
    return inputs;
}
function unique(secrets) {
    return [...new Set(secrets)].filter((secret) => secret.trim() !== "");
}
// The four names that @actions/http-client reads, in its order.
function readProxies() {
    const { env } = process;
    const http = parseProxy(env["http_proxy"] || env["HTTP_PROXY"] || "");
    const https = parseProxy(env["https_proxy"] || env["HTTPS_PROXY"] || "");
    return { proxies: { http: http.proxy, https: https.proxy }, secrets: [...http.secrets, ...https.secrets] };
}
/**
 * Makes room for name lookups that hang in the system's resolver: each holds one of libuv's threads, 4 by default, until
 * it gives up. libuv looks at the variable when it first needs a thread.
 * https://nodejs.org/api/cli.html#uv_threadpool_sizesize
 */
function makeRoomForLookups(concurrency) {
    process.env["UV_THREADPOOL_SIZE"] ??= String(Math.min(8 + 4 * concurrency, 128));
}
/** Reads where the runner wants outputs, summary and report. */
function readEnvironment() {
    const { env } = process;
    return {
        outputFile: env["GITHUB_OUTPUT"] || null,
        summaryFile: env["GITHUB_STEP_SUMMARY"] || null,
        tempFolder: env["RUNNER_TEMP"] || null,
    };
}

;// CONCATENATED MODULE: external "node:os"
const external_node_os_namespaceObject = require("node:os");
;// CONCATENATED MODULE: external "node:path"
const external_node_path_namespaceObject = require("node:path");
;// CONCATENATED MODULE: ./lib/report/log.js



// With more than a handful of URIs a reader wants to know how far it is.
const handful = 5;
/** Writes the log line of one attempt. `position` counts the targets from 1, in the order in which they were first checked. */
function logLine(checked, about) {
    const { result, judgement } = checked;
    const notes = details(checked, about);
    const after = notes.length === 0 ? "" : ` (${notes.join(", ")})`;
    const uri = logText(result.uri);
    if (result.state === "OK")
        return `[OK] ${uri}${after}`;
    if (result.state === "NOK")
        return `[NOK] ${uri}: ${result.status}${judgement.kind === "wrong text" ? ", text not found" : ""}${after}`;
    return `[ERR] ${uri}: ${logText(result.message)}${after}`;
}
function details({ target, result, unfollowed, judgement }, { position, total, willRepeat }) {
    const notes = [];
    if (total > handful && position !== null)
        notes.push(`${position}/${total}`);
    if (result.attempts === 0)
        return notes;
    const attempt = describeAttempt(result, willRepeat);
    if (attempt !== null)
        notes.push(attempt);
    if (judgement.kind === "wrong status")
        notes.push(`expected ${judgement.expected}`);
    // Several lines may want several texts of one URI.
    if (judgement.kind === "wrong text")
        notes.push(logText(showPlace(target.place)));
    if (judgement.kind === "wrong text" && judgement.obstacle !== null)
        notes.push(judgement.obstacle);
    notes.push(duration(result.durationMs));
    const connection = describeConnection(result);
    if (connection !== null)
        notes.push(connection);
    const last = result.redirects.at(-1);
    if (last !== undefined)
        notes.push(`redirected to ${logText(shortAddress(last))}`);
    if (unfollowed !== null)
        notes.push(`redirects to ${logText(shortAddress(unfollowed))}`);
    return notes;
}
function describeAttempt({ state, attempts }, willRepeat) {
    if (willRepeat)
        return `attempt ${attempts}, to be repeated`;
    if (attempts === 1)
        return null;
    return state === "OK" ? `up at attempt ${attempts}` : `attempt ${attempts}`;
}
function describeConnection({ reused, resent, timings }) {
    if (reused)
        return "reused";
    if (timings.send < 0)
        return null;
    return resent ? "new connection, resent" : "new connection";
}

;// CONCATENATED MODULE: ./lib/report/times.js



// More rows than this have their axis out of sight.
const maxRows = 30;
const slowestRows = 20;
// From here on the axis counts seconds.
const secondsFromMs = 5000;
// A piece must have a name, and a space is a parse error in Mermaid's gantt: U+2060 WORD JOINER.
const noName = "\u2060";
/** The section "Where the time went": a Mermaid gantt in which every request starts at zero; empty when there was no request. */
function renderWaterfall(all) {
    const begun = all.filter(({ checked }) => checked.result.durationMs > 0);
    if (begun.length === 0)
        return "";
    const answered = begun.filter(isAnswered);
    const rows = begun.length <= maxRows ? begun : slowest(answered.length > 0 ? answered : begun);
    const axisMs = Math.max(1, ...(rows.some(isAnswered) ? rows.filter(isAnswered) : rows).map(wholeMs));
    const labels = rows.map(label);
    const chosen = begun.length <= maxRows ? "" : `, for the ${rows.length} slowest ${answered.length > 0 ? "answers" : "requests"}`;
    const cut = rows.some((row) => wholeMs(row) > axisMs) ? " \u00b7 \u2192 longer than the axis" : "";
    const sections = rows.flatMap((row, index) => [`  section ${labels[index]}`, ...pieces(row, axisMs)]);
    return [
        `### Where the time went${chosen}`,
        "",
        `\ud83d\udfe7 connecting (DNS, TCP, TLS), on a new connection only \u00b7 \ud83d\udfe6 waiting for the answer \u00b7 \u2b1c receiving it${cut}`,
        "",
        "```mermaid",
        ...frontMatter(labels),
        ...axis(axisMs),
        ...sections,
        "```",
        "",
    ].join("\n");
}
function isAnswered({ checked }) {
    return checked.result.status !== null;
}
function slowest(rows) {
    return [...rows]
        .sort((one, other) => other.checked.result.durationMs - one.checked.result.durationMs)
        .slice(0, slowestRows);
}
function wholeMs({ checked }) {
    return Math.max(1, Math.round(checked.result.durationMs));
}
/** Only our number and a host in harmless characters: a URI could hold anything. */
function label({ number, checked }) {
    const host = checked.target.kind === "mistake" ? "" : checked.target.url.host;
    return `${checked.result.state === "OK" ? "" : "\u274c "}${number} \u00b7 ${mermaidLabel(host)}`;
}
/** Connecting, waiting, receiving, each where it took time; the last one carries the label, and all end within the axis. */
function pieces(row, axisMs) {
    const { timings, durationMs } = row.checked.result;
    const end = Math.min(wholeMs(row), axisMs);
    const connected = Math.min(Math.round(connectingMs(timings)), end);
    const received = timings.receive > 0 ? Math.max(connected, Math.min(Math.round(durationMs - timings.receive), end)) : end;
    const spans = [
        { tag: "active, ", from: 0, to: timings.send < 0 ? end : connected },
        { tag: "", from: connected, to: received },
        { tag: "done, ", from: received, to: end },
    ].filter(({ from, to }) => to > from);
    const visible = timings.send < 0 ? spans.slice(0, 1) : spans;
    const time = `${wholeMs(row) > axisMs ? "\u2192 " : ""}${duration(durationMs)}`;
    return visible.map(({ tag, from, to }, index) => `    ${index === visible.length - 1 ? time : noName} :${tag}${from}, ${to}`);
}
/** Ticks every 1, 2 or 5 times a power of ten, at most eight of them. */
function axis(axisMs) {
    const inSeconds = axisMs >= secondsFromMs;
    const length = inSeconds ? axisMs / 1000 : axisMs;
    const power = 10 ** Math.floor(Math.log10(Math.max(length / 8, 1)));
    const tick = [1, 2, 5, 10].map((factor) => factor * power).find((step) => length / step <= 8) ?? 10 * power;
    return [
        "gantt",
        "  accTitle: Time per request, by phase",
        "  accDescr: One bar per request. The table above has the same times as text.",
        `  title ${inSeconds ? "seconds" : "milliseconds"} since the start of each request`,
        "  dateFormat x",
        `  axisFormat ${inSeconds ? "%s" : "%Q"}`,
        `  tickInterval ${tick}${inSeconds ? "second" : "millisecond"}`,
        "  todayMarker off",
    ];
}
// A time within a bar is dark on any of the three colours. Beside the bar it has the theme's colour: after an orange bar
// Mermaid itself would print it dark, and on a dark page nobody would see it.
const css = [
    ".grid .tick line { stroke: #8b949e; opacity: 0.4 }",
    ".titleText { font-size: 13px }",
    ".taskText { fill: #1f2328 !important }",
    ".taskTextOutsideRight, .taskTextOutsideLeft { fill: inherit !important }",
].join(" ");
/** As front matter, which Mermaid 10.9 to 12 read alike. The paddings hold the longest label and the times behind the bars. */
function frontMatter(labels) {
    const longest = Math.max(...labels.map((text) => [...text].length));
    const left = Math.min(300, Math.round(24 + 6.6 * longest));
    const right = Math.round(64 + left / 2);
    const [orange, blue, grey] = ["'#db6d28'", "'#4493f8'", "'#8b949e'"];
    return [
        "---",
        "displayMode: compact",
        "config:",
        `  themeCSS: '${css}'`,
        `  gantt: { useWidth: 900, leftPadding: ${left}, rightPadding: ${right}, topPadding: 50, barHeight: 16, barGap: 6, fontSize: 11, sectionFontSize: 12, numberSectionStyles: 2, gridLineStartPadding: 44 }`,
        `  themeVariables: { activeTaskBkgColor: ${orange}, activeTaskBorderColor: ${orange}, taskBkgColor: ${blue}, taskBorderColor: ${blue}, doneTaskBkgColor: ${grey}, doneTaskBorderColor: ${grey}, sectionBkgColor: ${grey}, altSectionBkgColor: 'transparent' }`,
        "---",
    ];
}

;// CONCATENATED MODULE: ./lib/report/summary.js






// The runner drops a summary of more than 1,048,576 bytes, measured before it masks.
const maxSummaryBytes = 1_000_000;
const maxAttentionBytes = 400_000;
const maxRowBytes = 100_000;
const maxAttentionRows = 50;
const maxRowsInOneTable = 10;
/** How many URIs are up, down and unchecked: the last are what a cancelled run left over. */
function countStates(results) {
    const up = results.filter(({ result }) => result.state === "OK").length;
    const unchecked = results.filter(({ judgement }) => judgement.kind === "cancelled").length;
    return { total: results.length, up, down: results.length - up - unchecked, unchecked };
}
/** The verdict in words: `2 of 4 URIs are up, 2 are down`. */
function verdict({ results, cancelled }) {
    const { total, up, down, unchecked } = countStates(results);
    const be = (number) => (number === 1 ? "is" : "are");
    const parts = [`${up} of ${count(total, "URI")} ${be(total === 1 ? 1 : up)} up`];
    if (down > 0)
        parts.push(`${down} ${be(down)} down`);
    if (unchecked > 0)
        parts.push(`${unchecked} ${unchecked === 1 ? "was" : "were"} not checked`);
    return `${cancelled && up < total ? "Cancelled: " : ""}${parts.join(", ")}`;
}
/** What the session did: requests, connections, and what reuse saved. `strong` marks the numbers. */
function sessionSentence({ stats, durationMs }, strong) {
    const some = (number, noun) => `${strong(String(number))} ${noun}${number === 1 ? "" : "s"}`;
    if (stats.requests === 0)
        return "No request was made.";
    const made = `${some(stats.requests, "request")} in ${duration(durationMs)} over ${some(stats.connections, "connection")} to ${some(stats.origins, "origin")}.`;
    if (stats.reused === 0)
        return `${made} None of them found a connection already open.`;
    return `${made} ${strong(String(stats.reused))} of them went over a connection that was already open: about ${strong(duration(stats.savedMs))} of DNS, TCP and TLS saved.`;
}
/** The job summary as GitHub-flavoured Markdown: always under 1,000,000 bytes, failures first. */
function renderSummary(findings) {
    const { results, expiring } = findings;
    const rows = results.map((checked, index) => {
        const certificate = expiring.get(index) ?? null;
        return { number: index + 1, checked, expiring: certificate, rank: rankOf(checked, certificate) };
    });
    const ordered = [0, 1, 2].flatMap((rank) => rows.filter((row) => row.rank === rank));
    const head = `## ${findings.succeeded ? "\u2705" : "\u274c"} ${verdict(findings)}\n\n${sessionSentence(findings, (text) => `**${text}**`)}\n\n`;
    const waterfall = renderWaterfall(rows);
    // Something for the sentences and tags around the rows.
    const room = maxSummaryBytes - bytes(head) - bytes(waterfall) - 1000;
    return head + renderTables(ordered, room) + waterfall;
}
function rankOf({ result }, expiring) {
    if (result.state !== "OK")
        return 0;
    return result.attempts > 1 || expiring ? 1 : 2;
}
function renderTables(rows, room) {
    if (rows.length === 0)
        return "";
    if (rows.length <= maxRowsInOneTable)
        return renderTable(rows, room, rows.length);
    const attention = rows.filter(({ rank }) => rank < 2);
    const first = attention.length === 0 ? "" : renderAttention(attention);
    const all = renderTable(rows, room - bytes(first), rows.length);
    return `${first}<details>\n<summary>All ${rows.length} URIs</summary>\n\n${all}</details>\n\n`;
}
function renderAttention(rows) {
    const { table, shown } = takeRows(rows.slice(0, maxAttentionRows), maxAttentionBytes);
    const more = rows.length - shown;
    return more === 0
        ? table
        : `${table}${more} more ${more === 1 ? "needs" : "need"} attention: they come first in the table of all URIs.\n\n`;
}
function renderTable(rows, room, total) {
    const { table, shown } = takeRows(rows, room);
    const more = rows.length - shown;
    if (more === 0)
        return table;
    return `${table}${count(more, "row")} ${more === 1 ? "is" : "are"} not shown: the log and the report folder have all ${total}.\n\n`;
}
/** As many rows as fit into `room` bytes. */
function takeRows(rows, room) {
    const lines = [];
    let left = room;
    for (const row of rows) {
        const line = `${renderRow(row)}\n`;
        const size = bytes(line);
        // One endless URI must not push all others out.
        if (size > maxRowBytes)
            continue;
        left -= size;
        if (left < 0)
            break;
        lines.push(line);
    }
    const heads = '<tr><th>#</th><th align="left">Result</th><th align="left">URI</th><th>Status</th><th>Time</th><th align="left">Connection</th></tr>';
    // No blank line within: it would end the HTML block, and Markdown would be read again.
    const table = `<table>\n<thead>${heads}</thead>\n<tbody>\n${lines.join("")}</tbody>\n</table>\n\n`;
    return { table, shown: lines.length };
}
function renderRow(row) {
    const { number, checked, rank } = row;
    const { state, status, attempts, durationMs } = checked.result;
    const uri = isPlain(row) ? renderUri(row) : [renderUri(row), ...reasons(row)].join("<br>");
    const time = attempts === 0 ? "none" : duration(durationMs);
    const left = `<tr><td align="right">${number}</td><td nowrap>${marks[rank]} ${state}</td><td>${uri}</td>`;
    return `${left}<td align="right">${status ?? "none"}</td><td align="right" nowrap>${time}</td><td nowrap>${renderConnection(checked)}</td></tr>`;
}
const marks = { 0: "\u274c", 1: "\u26a0\ufe0f", 2: "\u2705" };
/** Nearly all rows, most of the time: there is nothing to say. */
function isPlain({ checked, rank }) {
    return rank === 2 && checked.result.redirects.length === 0;
}
/** A link where somebody will want to look; only addresses of the list, never one that a server chose. */
function renderUri(row) {
    const { target, result } = row.checked;
    const code = htmlCode(result.uri);
    return row.rank === 2 || target.kind === "mistake" ? code : `<a href="${htmlText(result.uri)}">${code}</a>`;
}
function renderConnection({ result }) {
    if (result.reused)
        return "reused";
    if (result.timings.send < 0)
        return "none";
    return `<strong>new</strong>, ${duration(connectingMs(result.timings))}${result.resent ? ", resent" : ""}`;
}
function reasons({ checked, expiring }) {
    const { target, result, unfollowed } = checked;
    const lines = [];
    if (result.state !== "OK")
        lines.push(failure(checked));
    if (result.attempts > 1)
        lines.push(result.state === "OK" ? `up on attempt ${result.attempts}` : `after ${result.attempts} attempts`);
    if (target.kind === "mistake")
        lines.push(`line ${target.place.line}${target.place.file === null ? "" : ` of ${htmlCode(target.place.file)}`}`);
    if (expiring)
        lines.push(`certificate ${expiry(expiring)}`);
    const last = result.redirects.at(-1);
    const times = result.redirects.length === 1 ? "redirected to" : `redirected ${result.redirects.length} times, last to`;
    if (last !== undefined)
        lines.push(`${times} ${htmlCode(shortAddress(last))}`);
    if (unfollowed !== null)
        lines.push(`redirects to ${htmlCode(shortAddress(unfollowed))}`);
    return lines;
}
function failure({ target, result, judgement }) {
    if (target.kind === "mistake")
        return htmlText(target.problem);
    if (judgement.kind !== "wrong text" || result.status === null)
        return htmlText(result.message);
    const why = judgement.obstacle === null ? "" : `, ${judgement.obstacle}`;
    return (htmlText(`${nameStatus(result.status)}, but the text `) + htmlCode(judgement.text) + htmlText(` is missing${why}`));
}
/** The summary of a step whose inputs were refused. */
function renderRefusal(problems) {
    const items = problems.map((problem) => `<li>${htmlCode(problem)}</li>\n`);
    return `## \u274c Nothing was checked: ${count(problems.length, "input problem")}\n\n<ul>\n${items.join("")}</ul>\n`;
}
function bytes(text) {
    return Buffer.byteLength(text, "utf8");
}

;// CONCATENATED MODULE: ./lib/report/report.js







// Expressions and the environment, through which outputs are passed on, take little more.
const maxOutputBytes = 100_000;
// GitHub keeps ten annotations of a kind for a step, and the verdict is one of them.
const maxAnnotations = 9;
/** Returns what logs an attempt as soon as it is over. */
function openLog(total) {
    let known = 0;
    return (checked, { isFirst, willRepeat }) => {
        if (isFirst)
            known += 1;
        info(logLine(checked, { position: isFirst ? known : null, total, willRepeat }));
    };
}
/** Writes the session line, report folder, outputs, summary and annotations. What cannot be written is a warning: the verdict stands. */
function writeReport(findings, environment) {
    const { results, stats } = findings;
    info(sessionSentence(findings, (text) => text));
    const { up, total } = countStates(results);
    const failed = results.filter(({ result }) => result.state !== "OK");
    const counts = { total, up, failed: total - up, connections: stats.connections, reused: stats.reused };
    const uris = failed.map(({ result }) => result.uri);
    publish({
        counts,
        results: JSON.stringify(results.map(({ result }) => result)),
        failedUris: uris.join("\n"),
        summary: renderSummary(findings),
    }, environment);
    for (const { target, result } of failed
        .filter(({ judgement }) => judgement.kind !== "cancelled")
        .slice(0, maxAnnotations)) {
        const { file, line } = target.place;
        error(logText(`${result.uri}: ${result.message}`), file === null ? {} : { file: inRepository(file), startLine: line });
    }
}
/** The path under which GitHub shows a file beside its lines: from the workspace, which is the working directory, and with slashes. */
function inRepository(file) {
    return logText((0,external_node_path_namespaceObject.relative)("", file).replaceAll("\\", "/"));
}
/** Writes outputs and summary of a step whose inputs were refused. */
function writeRefusal(problems, environment) {
    const counts = { total: 0, up: 0, failed: 0, connections: 0, reused: 0 };
    publish({ counts, results: "[]", failedUris: "", summary: renderRefusal(problems) }, environment);
}
function publish({ counts, results, failedUris, summary }, { outputFile, summaryFile, tempFolder }) {
    const report = orWarn("the report folder", () => writeFolder({ results, summary }, tempFolder));
    const bounded = (name, value) => {
        if (Buffer.byteLength(value) <= maxOutputBytes)
            return value;
        core_warning(`the output ${name} is left empty, because it would be over ${maxOutputBytes} bytes: read results.json in the report folder (the output report)`);
        return "";
    };
    const outputs = {
        ...counts,
        "failed-uris": bounded("failed-uris", failedUris),
        results: bounded("results", results),
        report: report ?? "",
    };
    // Not core.summary, which starts Node's thread pool to append to a file: with core.setOutput a third of the start-up time.
    if (outputFile !== null)
        orWarn("the outputs", () => (0,external_node_fs_namespaceObject.appendFileSync)(outputFile, Object.entries(outputs).map(formatOutput).join("")));
    if (summaryFile !== null)
        orWarn("the job summary", () => (0,external_node_fs_namespaceObject.appendFileSync)(summaryFile, summary));
}
function writeFolder({ results, summary }, tempFolder) {
    const folder = (0,external_node_fs_namespaceObject.mkdtempSync)((0,external_node_path_namespaceObject.join)(tempFolder ?? (0,external_node_os_namespaceObject.tmpdir)(), "uptimemon-"));
    (0,external_node_fs_namespaceObject.writeFileSync)((0,external_node_path_namespaceObject.join)(folder, "results.json"), `${results}\n`);
    (0,external_node_fs_namespaceObject.writeFileSync)((0,external_node_path_namespaceObject.join)(folder, "summary.md"), summary);
    info(`Report: ${logText(folder)}`);
    return folder;
}
/**
 * One output in the runner's file format. Not core.setOutput, which loads all of node:crypto for a delimiter that
 * nobody can guess: this one is chosen so that the value does not hold it.
 * https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands#multiline-strings
 */
function formatOutput([name, value]) {
    const text = String(value);
    let delimiter = "ghadelimiter";
    while (text.includes(delimiter))
        delimiter += "_";
    return `${name}<<${delimiter}\n${text}\n${delimiter}\n`;
}
function orWarn(what, write) {
    try {
        return write();
    }
    catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        core_warning(`${what} could not be written: ${logText(reason)}`);
        return null;
    }
}

;// CONCATENATED MODULE: external "node:events"
const external_node_events_namespaceObject = require("node:events");
;// CONCATENATED MODULE: external "node:net"
const external_node_net_namespaceObject = require("node:net");
var external_node_net_default = /*#__PURE__*/__nccwpck_require__.n(external_node_net_namespaceObject);
;// CONCATENATED MODULE: ./lib/session/route.js

/** `url.origin` of an address without credentials, in a fraction of its time. */
function originOf({ href }) {
    return href.slice(0, href.indexOf("/", "https://".length));
}
/** Chooses between direct, forwarded and tunnelled by the proxy and the scheme. */
function routeTo(url, proxy) {
    const origin = originOf(url);
    const server = endpointOf(url);
    if (proxy === null)
        return { origin, server, proxy, forwarder: null, poolKey: origin };
    const through = `${proxy.tls ? "https" : "http"}://${proxy.authority}`;
    if (server.tls)
        return { origin, server, proxy, forwarder: null, poolKey: `${origin} through ${through}` };
    return { origin, server, proxy, forwarder: proxy, poolKey: `http through ${through}` };
}
/** What to say when a proxy answers 407, to a CONNECT or to a forwarded request. */
function proxyAuthentication(proxy) {
    return `the proxy ${proxy.authority} wants authentication: 407`;
}
/** The header fields that are for the proxy alone, in the flat form that `http.request` sends as it is. */
function proxyHeaders({ authorization }) {
    return authorization === null ? [] : ["Proxy-Authorization", authorization];
}

;// CONCATENATED MODULE: ./lib/session/dial.js







/** The headers of an answer may be so large; Node's own limit of 16 KiB is less than browsers take. */
const maxHeaderBytes = 128 * 1024;
// Loaded on first use: a list of nothing but http URIs needs neither TLS nor crypto, a third of the start-up time.
const loadTls = () => process.getBuiltinModule("node:tls");
const loadCrypto = () => process.getBuiltinModule("node:crypto");
/** Opens a connection for the pool: direct, TLS, or through a proxy. Throws Node's error, an `ExchangeError` or the signal's reason. */
async function dial({ server, proxy }, dialling) {
    const { clock } = dialling.attempt;
    // Before the clock starts: what Node takes to load is not the connection's time.
    if (server.tls || proxy?.tls)
        loadTls();
    const startedAt = now();
    let socket = await openTcp(proxy ?? server, dialling);
    if (proxy?.tls) {
        clock.enter("proxy");
        socket = await startTls(socket, proxy.host, dialling);
    }
    if (!server.tls)
        return { socket, certificate: null, connectMs: now() - startedAt };
    if (proxy) {
        clock.enter("proxy");
        await openTunnel(socket, server, proxy, dialling);
    }
    clock.enter("tls");
    const secured = await startTls(socket, server.host, dialling);
    return { socket: secured, certificate: certificateOf(secured), connectMs: now() - startedAt };
}
async function openTcp({ host, port }, dialling) {
    const { attempt: { clock }, timeoutMs, } = dialling;
    clock.enter(external_node_net_default().isIP(host) === 0 ? "lookup" : "connect");
    const socket = external_node_net_default().connect({
        host,
        port,
        noDelay: true,
        // TCP keep-alive finds connections that a NAT forgot: https://nodejs.org/api/net.html#socketsetkeepaliveenable-initialdelay
        keepAlive: true,
        keepAliveInitialDelay: 1000,
        // Node's 250 ms for each address of a name but the last is less than some round trips.
        autoSelectFamilyAttemptTimeout: Math.round(Math.min(Math.max(timeoutMs / 4, 250), 2500)),
    });
    socket.once("lookup", (error) => {
        // Node may tell of it when all is over.
        if (!error && socket.connecting)
            clock.enter("connect");
    });
    try {
        await readied(socket, "connect", dialling);
    }
    catch (error) {
        // It was open, and was reset before Node could say so; a port where nobody listens is ECONNREFUSED.
        if (error instanceof Error && "code" in error && error.code === "ECONNRESET")
            dialling.onConnect();
        throw error;
    }
    dialling.onConnect();
    return socket;
}
async function startTls(socket, address, dialling) {
    // The dot that marks a name as absolute is no part of it in certificates and SNI: RFC 6066, section 3.
    const host = address.replace(/\.$/, "");
    const secured = loadTls().connect({
        socket,
        host,
        // SNI takes no addresses: RFC 6066, section 3.
        servername: external_node_net_default().isIP(host) === 0 ? host : "",
        ALPNProtocols: ["http/1.1"],
        // Said outright, it wins over NODE_TLS_REJECT_UNAUTHORIZED.
        rejectUnauthorized: true,
        // Node 24.17 to 24.19 match no IPv6 address against a certificate: https://github.com/nodejs/node/issues/64144
        checkServerIdentity: (name, certificate) => external_node_net_default().isIP(name) !== 0 && new (loadCrypto().X509Certificate)(certificate.raw).checkIP(name) !== undefined
            ? undefined
            : loadTls().checkServerIdentity(name, certificate),
    });
    await readied(secured, "secureConnect", dialling);
    return secured;
}
/** CONNECT: RFC 9110, section 9.3.6. */
async function openTunnel(socket, { authority }, proxy, { attempt: { signal } }) {
    const headers = ["Host", authority, ...proxyHeaders(proxy)];
    const request = external_node_http_default().request({
        method: "CONNECT",
        path: authority,
        headers,
        maxHeaderSize: maxHeaderBytes,
        createConnection: () => socket,
    });
    request.on("error", ignore);
    request.end();
    const [answer] = (await orDestroy(socket, signal, (0,external_node_events_namespaceObject.once)(request, "connect", { signal })));
    const status = answer.statusCode ?? 0;
    if (status >= 200 && status < 300)
        return;
    socket.destroy();
    throw new ExchangeError(status === 407
        ? proxyAuthentication(proxy)
        : `the proxy ${proxy.authority} refused the tunnel: ${status} (ERR_PROXY_TUNNEL)`);
}
function certificateOf(socket) {
    const { valid_from: from, valid_to: to } = socket.getPeerCertificate();
    return from && to ? toCertificate({ from: new Date(from), to: new Date(to) }, new Date()) : null;
}
// An error reaches whoever waits for the socket; one that comes when nobody does must not end the process.
const ignore = () => { };
async function readied(socket, event, { attempt: { signal } }) {
    socket.on("error", ignore);
    await orDestroy(socket, signal, (0,external_node_events_namespaceObject.once)(socket, event, { signal }));
}
async function orDestroy(socket, signal, event) {
    try {
        return await event;
    }
    catch (error) {
        socket.destroy();
        throw signal.aborted ? signal.reason : error;
    }
}

;// CONCATENATED MODULE: ./lib/session/body.js

/** So much of a body is read; the connection of a longer one is closed. */
const maxBodyBytes = 1024 * 1024;
/** Reads the body to its end, so that the connection goes back to the pool, or to its first MiB exactly. `settle` is told of the answer, or of the error that cut it. */
function readBody(answer, reader, settle) {
    reader?.open(answer.headers);
    let room = maxBodyBytes;
    answer.on("data", (chunk) => {
        const fits = chunk.length <= room;
        reader?.read(fits ? chunk : chunk.subarray(0, room));
        room -= chunk.length;
        if (fits)
            return;
        settle(answer, null);
        answer.destroy();
    });
    answer.on("end", () => (answer.complete ? settle(answer, null) : settle(null, connectionLost())));
    answer.on("error", (error) => settle(null, error));
    answer.on("close", () => answer.complete || settle(null, connectionLost()));
}

;// CONCATENATED MODULE: ./lib/session/exchange.js







/** Stands in for node:http, of which the client calls `request` alone. */
const httpModule = {
    request(options, callback) {
        const request = external_node_http_default().request(options, callback);
        request.setTimeout = noTimeLimit;
        options.onRequest(request);
        return request;
    },
};
/**
 * The deadline of its attempt ends a request. The client's own time limit, 3 minutes unless told, would end longer ones,
 * and leave half-open sockets. One function for all: a closure for each would keep its request in memory.
 */
function noTimeLimit() {
    return this;
}
/** Makes one GET over the client's agent and reads the answer. Never rejects. */
function send(wire, route, exchange) {
    const { attempt } = exchange;
    const { clock } = attempt;
    return new Promise((resolve) => {
        let request = null;
        let socket = null;
        let bytesBefore = 0;
        let answered = false;
        let givenUp = false;
        let settled = false;
        const settle = (answer, error) => {
            if (settled)
                return;
            settled = true;
            attempt.onEnd(null);
            const reused = request?.reusedSocket ?? false;
            const untouched = givenUp || (!answered && socket?.bytesRead === bytesBefore);
            if (answer !== null)
                resolve({ answer, failure: null, socket, reused, untouched });
            else
                resolve({
                    answer,
                    failure: { error, stage: clock.stage, proxy: proxyAt(clock.stage, route) },
                    socket,
                    reused,
                    untouched,
                });
        };
        const onAnswer = () => {
            answered = true;
            // The server may be faster than the word that the request is sent.
            if (clock.stage === "send")
                clock.enter("wait");
            if (request?.reusedSocket)
                wire.onReuse(route);
        };
        const onRequest = (made) => {
            wire.onRequest();
            request = made;
            made.on("socket", (assigned) => {
                socket = assigned;
                bytesBefore = assigned.bytesRead;
                clock.enter("send");
            });
            made.on("finish", () => {
                if (!settled && clock.stage === "send")
                    clock.enter("wait");
            });
            made.on("response", (answer) => {
                if (made.reusedSocket && closesIdleConnection(answer)) {
                    givenUp = true;
                    settle(null, connectionLost());
                    answer.destroy();
                    return;
                }
                onAnswer();
                clock.enter("receive");
                readBody(answer, exchange.reader, settle);
            });
            // A 101 that nobody asked for: the connection speaks something else from here on.
            made.on("upgrade", (answer, upgraded) => {
                onAnswer();
                upgraded.destroy();
                settle(answer, null);
            });
            made.on("error", (error) => settle(null, error));
            // Once there is an answer, its own events tell how it ends: this one may come before the last of the body.
            made.on("close", () => answered || settle(null, connectionLost()));
        };
        if (attempt.endReason !== null)
            return settle(null, attempt.endReason);
        // Settled here and not by an event: Node tells nobody when a request that has no socket yet is destroyed.
        attempt.onEnd((reason) => {
            settle(null, reason);
            request?.destroy();
        });
        try {
            const options = {
                ...toRequest(route, exchange),
                // The dialler knows; empty, it spares Node the search for one in the Host header.
                servername: "",
                maxHeaderSize: maxHeaderBytes,
                agent: wire.agent,
                route,
                attempt,
                onRequest,
            };
            // Not requestRaw: its promise keeps each answer alive for longer than needed, a third more time and memory for a long list.
            wire.client.requestRawWithCallback({ options, parsedUrl: exchange.url, httpModule }, null, exchange_ignore);
        }
        catch (error) {
            settle(null, error);
        }
    });
}
// The request's own events tell more, and earlier.
const exchange_ignore = () => { };
/** The request itself. */
function toRequest({ origin, forwarder }, { url, headers }) {
    const { href } = url;
    const end = href.indexOf("#");
    const path = href.slice(origin.length, end === -1 ? href.length : end);
    const fields = headers.some(({ name }) => sameName(name, "Host")) ? [] : ["Host", url.host];
    for (const { name, value } of headers)
        fields.push(name, value);
    if (forwarder === null)
        return { path, headers: fields };
    // The absolute form is for proxies: RFC 9112, section 3.2.2.
    return { path: origin + path, headers: [...fields, ...proxyHeaders(forwarder)] };
}
/** Some servers close an idle connection with a 408 that answers no request: RFC 9110, section 15.5.9, lets a client repeat the one that met it. */
function closesIdleConnection(answer) {
    return answer.statusCode === 408 && /\bclose\b/i.test(answer.headers.connection ?? "");
}
/** The proxy, where the other end at this stage is one: not once there is a tunnel through it. */
function proxyAt(stage, { proxy, forwarder }) {
    return (isOnTheWay(stage) ? proxy : forwarder)?.authority ?? null;
}

;// CONCATENATED MODULE: ./lib/session/session.js






/** Opens the session: one `HttpClient`, whose own keep-alive agent is taught to dial for http, https and proxies alike. */
function openSession({ timeoutMs, proxies }) {
    const client = new lib_HttpClient(undefined, [], { keepAlive: true });
    // For loopback the client never has a proxy agent of its own, so this is the agent that its `dispose` destroys.
    const agent = client.getAgent("http://localhost/");
    const certificateOf = new WeakMap();
    const seen = new Map();
    const lastConnectMs = new Map();
    const routes = new Map();
    const stats = { requests: 0, connections: 0, reused: 0, savedMs: 0 };
    let disposed = false;
    // createConnection and keepSocketAlive are made to be overridden (https://nodejs.org/api/http.html#agentcreateconnectionoptions-callback),
    // getName is overridden by Node's own https.Agent.
    agent.getName = (options) => options.route.poolKey;
    agent.createConnection = (options, done) => {
        const { route, attempt } = options;
        connect(route, attempt).then((socket) => done?.(null, socket), (error) => done?.(error, undefined));
        return undefined;
    };
    // Node's own gives a connection up whose server says "Keep-Alive: timeout=1". The resend cures what that guards against.
    agent.keepSocketAlive = (socket) => {
        socket.unref();
        return true;
    };
    async function connect(route, attempt) {
        const onConnect = () => {
            stats.connections += 1;
        };
        const { socket, certificate, connectMs } = await dial(route, { attempt, timeoutMs, onConnect });
        lastConnectMs.set(route.poolKey, connectMs);
        if (certificate) {
            const { origin } = route;
            certificateOf.set(socket, certificate);
            seen.set(`${origin} ${certificate.validFrom} ${certificate.validTo}`, { origin, certificate });
        }
        return socket;
    }
    const wire = {
        client,
        agent,
        onRequest() {
            stats.requests += 1;
        },
        onReuse(route) {
            stats.reused += 1;
            stats.savedMs += lastConnectMs.get(route.poolKey) ?? 0;
        },
    };
    /** The way to the origin of `url`, or null where it leads through a proxy variable that is no http(s) address. Remembered: the environment stays as it is. */
    function routeFor(url) {
        const known = routes.get(originOf(url));
        if (known)
            return known;
        const proxy = proxyFor(url, proxies);
        if (proxy?.kind === "broken")
            return null;
        const route = routeTo(url, proxy);
        routes.set(route.origin, route);
        return route;
    }
    function closeIdle(key) {
        for (const [name, sockets] of Object.entries(agent.freeSockets)) {
            if (key === null || key === name)
                for (const socket of [...(sockets ?? [])])
                    socket.destroy();
        }
    }
    return {
        async exchange(exchange) {
            if (disposed)
                throw new Error("the session is disposed of");
            const route = routeFor(exchange.url);
            if (route === null)
                return refuseBrokenProxy(exchange.url);
            let sent = await send(wire, route, exchange);
            // A server may close an idle connection at any time, and a client cannot know before it writes: RFC 9112, section 9.3.1.
            const resent = sent.failure !== null && sent.reused && sent.untouched && exchange.attempt.endReason === null;
            if (resent) {
                closeIdle(route.poolKey);
                sent = await send(wire, route, exchange);
            }
            return toReply(sent, route, { resent, certificate: (sent.socket && certificateOf.get(sent.socket)) ?? null });
        },
        freshen() {
            closeIdle(null);
        },
        dispose() {
            disposed = true;
            client.dispose();
        },
        stats: () => ({ ...stats, origins: routes.size }),
        certificates: () => [...seen.values()],
    };
}
/** Who goes direct is @actions/http-client's rule; a broken address is not direct, as it would be there. */
function proxyFor(url, proxies) {
    if (proxies.http === null && proxies.https === null)
        return null;
    const proxy = url.protocol === "https:" ? proxies.https : proxies.http;
    return proxy === null || checkBypass(url) ? null : proxy;
}
function refuseBrokenProxy(url) {
    const name = url.protocol === "https:" ? "HTTPS_PROXY" : "HTTP_PROXY";
    const error = new ExchangeError(`${name} (or ${name.toLowerCase()}) is not the address of an http(s) proxy`);
    return {
        kind: "lost",
        failure: { error, stage: null, proxy: null },
        reused: false,
        resent: false,
        certificate: null,
    };
}
function toReply(sent, { forwarder }, { resent, certificate }) {
    const { answer } = sent;
    const reused = sent.reused && !resent;
    if (answer === null)
        return { kind: "lost", failure: sent.failure, reused, resent, certificate };
    const status = answer.statusCode ?? 0;
    // Nobody but a proxy asks for this (RFC 9110, section 15.5.8). Its other answers cannot be told from the site's.
    if (status === 407 && forwarder !== null) {
        const failure = {
            error: new ExchangeError(proxyAuthentication(forwarder)),
            stage: "wait",
            proxy: forwarder.authority,
        };
        return { kind: "lost", failure, reused, resent, certificate };
    }
    return { kind: "answer", status, headers: answer.headers, reused, resent, certificate };
}

;// CONCATENATED MODULE: ./lib/run.js











/**
 * The whole action: reads the inputs, checks every URI over one session, reports, and says whether the step succeeds.
 * Never rejects. The process is failed from the start and succeeds only when every result is in and good.
 */
async function run(cancelled) {
    process.exitCode = ExitCode.Failure;
    const environment = readEnvironment();
    try {
        const inputs = readInputs();
        makeRoomForLookups(inputs.concurrency);
        for (const secret of inputs.secrets)
            core_setSecret(secret);
        for (const warning of inputs.warnings)
            core_warning(warning);
        const { findings, bug } = await checkAll(inputs, cancelled);
        writeReport(findings, environment);
        if (bug !== null)
            throw bug;
        if (findings.succeeded)
            process.exitCode = ExitCode.Success;
        else
            setFailed(verdict(findings));
    }
    catch (error) {
        if (error instanceof InputError)
            refuse(error, environment);
        else
            fail(error);
    }
}
/** One session for all checks: opened once, handed to each, disposed of whatever happens. */
async function checkAll(inputs, cancelled) {
    const startedAt = now();
    const session = openSession(inputs);
    const rounds = planChecks(inputs, session, cancelled);
    let bug = null;
    try {
        // Each URI in turn, then again what is not up.
        await orNothingIsLeft(rounds.run());
    }
    catch (error) {
        // Thrown on by run(), once what is known is reported.
        bug = error;
    }
    finally {
        session.dispose();
    }
    const results = rounds.results();
    const { warnings, expiring } = findExpiring(session.certificates(), results, {
        warningDays: inputs.certificateWarningDays,
        now: new Date(),
    });
    for (const warning of warnings)
        core_warning(logText(warning));
    const succeeded = bug === null && results.every(({ result }) => result.state === "OK");
    const durationMs = now() - startedAt;
    return {
        findings: {
            results,
            stats: session.stats(),
            durationMs,
            concurrency: inputs.concurrency,
            cancelled: cancelled.aborted,
            succeeded,
            expiring,
            finishedAt: new Date(),
        },
        bug,
    };
}
function planChecks(inputs, session, cancelled) {
    const options = { ...inputs, session, underWay: new UnderWay({ timeoutMs: inputs.timeoutMs, cancelled }) };
    return planRounds({
        ...inputs,
        cancelled,
        check: (target, number) => check(target, number, options),
        leaveUnchecked: leaveUnchecked,
        freshen: session.freshen,
        onAttempt: openLog(inputs.targets.length),
    });
}
/** Node ends without a word once only promises are left that nothing will settle: then this rejects instead. */
async function orNothingIsLeft(work) {
    let onNothingLeft = () => { };
    const nothingLeft = new Promise((_, reject) => {
        onNothingLeft = () => reject(new Error("it came to an end before every result was in"));
    });
    process.once("beforeExit", onNothingLeft);
    try {
        await Promise.race([work, nothingLeft]);
    }
    finally {
        process.off("beforeExit", onNothingLeft);
    }
}
function refuse({ problems, secrets }, environment) {
    for (const secret of secrets)
        core_setSecret(secret);
    const lines = problems.map(logText);
    writeRefusal(problems, environment);
    setFailed(lines.join("\n"));
}
/** A bug of ours: one line for the user, the stack for whoever turns on debug logging. */
function fail(error) {
    const message = error instanceof Error ? error.message : String(error);
    core_debug(error instanceof Error && error.stack ? error.stack : message);
    setFailed(`uptimemon itself failed, which is a bug: ${logText(message)}`);
}

;// CONCATENATED MODULE: ./lib/index.js

const cancellation = new AbortController();
process.once("SIGINT", () => cancellation.abort());
process.once("SIGTERM", () => cancellation.abort());
void run(cancellation.signal);

module.exports = __webpack_exports__;
/******/ })()
;