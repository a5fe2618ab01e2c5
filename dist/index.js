/******/ (() => { // webpackBootstrap
/******/ 	"use strict";
/******/ 	var __webpack_modules__ = ({

/***/ 673:
/***/ ((module) => {

module.exports = require("./pages.js");

/***/ })

/******/ 	});
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
;// CONCATENATED MODULE: external "crypto"
const external_crypto_namespaceObject = require("crypto");
;// CONCATENATED MODULE: external "fs"
const external_fs_namespaceObject = require("fs");
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/file-command.js
// For internal use, subject to change.
// We use any as a valid input type
/* eslint-disable @typescript-eslint/no-explicit-any */




function file_command_issueFileCommand(command, message) {
    const filePath = process.env[`GITHUB_${command}`];
    if (!filePath) {
        throw new Error(`Unable to find environment variable for file command ${command}`);
    }
    if (!external_fs_namespaceObject.existsSync(filePath)) {
        throw new Error(`Missing file at path: ${filePath}`);
    }
    external_fs_namespaceObject.appendFileSync(filePath, `${utils_toCommandValue(message)}${external_os_namespaceObject.EOL}`, {
        encoding: 'utf8'
    });
}
function file_command_prepareKeyValueMessage(key, value) {
    const delimiter = `ghadelimiter_${external_crypto_namespaceObject.randomUUID()}`;
    const convertedValue = utils_toCommandValue(value);
    // These should realistically never happen, but just in case someone finds a
    // way to exploit uuid generation let's not allow keys or values that contain
    // the delimiter.
    if (key.includes(delimiter)) {
        throw new Error(`Unexpected input: name should not contain the delimiter "${delimiter}"`);
    }
    if (convertedValue.includes(delimiter)) {
        throw new Error(`Unexpected input: value should not contain the delimiter "${delimiter}"`);
    }
    return `${key}<<${delimiter}${external_os_namespaceObject.EOL}${convertedValue}${external_os_namespaceObject.EOL}${delimiter}`;
}
//# sourceMappingURL=file-command.js.map
;// CONCATENATED MODULE: external "path"
const external_path_namespaceObject = require("path");
;// CONCATENATED MODULE: external "./kept-out.cjs"
const external_kept_out_cjs_namespaceObject = require("./kept-out.cjs");
var external_kept_out_cjs_namespaceObject_0 = /*#__PURE__*/__nccwpck_require__.t(external_kept_out_cjs_namespaceObject, 2);
;// CONCATENATED MODULE: ./node_modules/@actions/core/lib/summary.js
var __awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};


const { access, appendFile, writeFile } = external_fs_namespaceObject.promises;
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
        return __awaiter(this, void 0, void 0, function* () {
            if (this._filePath) {
                return this._filePath;
            }
            const pathFromEnv = process.env[SUMMARY_ENV_VAR];
            if (!pathFromEnv) {
                throw new Error(`Unable to find environment variable for $${SUMMARY_ENV_VAR}. Check if your runtime environment supports job summaries.`);
            }
            try {
                yield access(pathFromEnv, external_fs_namespaceObject.constants.R_OK | external_fs_namespaceObject.constants.W_OK);
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
        return __awaiter(this, void 0, void 0, function* () {
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
        return __awaiter(this, void 0, void 0, function* () {
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
const summary_summary = _summary;
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
function setSecret(secret) {
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
        return file_command_issueFileCommand('OUTPUT', file_command_prepareKeyValueMessage(name, value));
    }
    process.stdout.write(external_os_namespaceObject.EOL);
    command_issueCommand('set-output', { name }, utils_toCommandValue(value));
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
function debug(message) {
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
    command_issue('group', name);
}
/**
 * End an output group.
 */
function endGroup() {
    command_issue('endgroup');
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
var lib_awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
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
        return lib_awaiter(this, void 0, void 0, function* () {
            return new Promise((resolve) => lib_awaiter(this, void 0, void 0, function* () {
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
        return lib_awaiter(this, void 0, void 0, function* () {
            return new Promise((resolve) => lib_awaiter(this, void 0, void 0, function* () {
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
class HttpClient {
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
        return lib_awaiter(this, void 0, void 0, function* () {
            return this.request('OPTIONS', requestUrl, null, additionalHeaders || {});
        });
    }
    get(requestUrl, additionalHeaders) {
        return lib_awaiter(this, void 0, void 0, function* () {
            return this.request('GET', requestUrl, null, additionalHeaders || {});
        });
    }
    del(requestUrl, additionalHeaders) {
        return lib_awaiter(this, void 0, void 0, function* () {
            return this.request('DELETE', requestUrl, null, additionalHeaders || {});
        });
    }
    post(requestUrl, data, additionalHeaders) {
        return lib_awaiter(this, void 0, void 0, function* () {
            return this.request('POST', requestUrl, data, additionalHeaders || {});
        });
    }
    patch(requestUrl, data, additionalHeaders) {
        return lib_awaiter(this, void 0, void 0, function* () {
            return this.request('PATCH', requestUrl, data, additionalHeaders || {});
        });
    }
    put(requestUrl, data, additionalHeaders) {
        return lib_awaiter(this, void 0, void 0, function* () {
            return this.request('PUT', requestUrl, data, additionalHeaders || {});
        });
    }
    head(requestUrl, additionalHeaders) {
        return lib_awaiter(this, void 0, void 0, function* () {
            return this.request('HEAD', requestUrl, null, additionalHeaders || {});
        });
    }
    sendStream(verb, requestUrl, stream, additionalHeaders) {
        return lib_awaiter(this, void 0, void 0, function* () {
            return this.request(verb, requestUrl, stream, additionalHeaders);
        });
    }
    /**
     * Gets a typed object from an endpoint
     * Be aware that not found returns a null.  Other errors (4xx, 5xx) reject the promise
     */
    getJson(requestUrl_1) {
        return lib_awaiter(this, arguments, void 0, function* (requestUrl, additionalHeaders = {}) {
            additionalHeaders[Headers.Accept] = this._getExistingOrDefaultHeader(additionalHeaders, Headers.Accept, MediaTypes.ApplicationJson);
            const res = yield this.get(requestUrl, additionalHeaders);
            return this._processResponse(res, this.requestOptions);
        });
    }
    postJson(requestUrl_1, obj_1) {
        return lib_awaiter(this, arguments, void 0, function* (requestUrl, obj, additionalHeaders = {}) {
            const data = JSON.stringify(obj, null, 2);
            additionalHeaders[Headers.Accept] = this._getExistingOrDefaultHeader(additionalHeaders, Headers.Accept, MediaTypes.ApplicationJson);
            additionalHeaders[Headers.ContentType] =
                this._getExistingOrDefaultContentTypeHeader(additionalHeaders, MediaTypes.ApplicationJson);
            const res = yield this.post(requestUrl, data, additionalHeaders);
            return this._processResponse(res, this.requestOptions);
        });
    }
    putJson(requestUrl_1, obj_1) {
        return lib_awaiter(this, arguments, void 0, function* (requestUrl, obj, additionalHeaders = {}) {
            const data = JSON.stringify(obj, null, 2);
            additionalHeaders[Headers.Accept] = this._getExistingOrDefaultHeader(additionalHeaders, Headers.Accept, MediaTypes.ApplicationJson);
            additionalHeaders[Headers.ContentType] =
                this._getExistingOrDefaultContentTypeHeader(additionalHeaders, MediaTypes.ApplicationJson);
            const res = yield this.put(requestUrl, data, additionalHeaders);
            return this._processResponse(res, this.requestOptions);
        });
    }
    patchJson(requestUrl_1, obj_1) {
        return lib_awaiter(this, arguments, void 0, function* (requestUrl, obj, additionalHeaders = {}) {
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
        return lib_awaiter(this, void 0, void 0, function* () {
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
        return lib_awaiter(this, void 0, void 0, function* () {
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
        info.httpModule = usingSsl ? external_kept_out_cjs_namespaceObject_0 : external_http_namespaceObject_0;
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
                tunnelAgent = overHttps ? external_kept_out_cjs_namespaceObject.httpsOverHttps : external_kept_out_cjs_namespaceObject.httpsOverHttp;
            }
            else {
                tunnelAgent = overHttps ? external_kept_out_cjs_namespaceObject.httpOverHttps : external_kept_out_cjs_namespaceObject.httpOverHttp;
            }
            agent = tunnelAgent(agentOptions);
            this._proxyAgent = agent;
        }
        // if tunneling agent isn't assigned create a new agent
        if (!agent) {
            const options = { keepAlive: this._keepAlive, maxSockets };
            agent = usingSsl ? new external_kept_out_cjs_namespaceObject.Agent(options) : new external_http_namespaceObject.Agent(options);
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
        proxyAgent = new external_kept_out_cjs_namespaceObject.ProxyAgent(Object.assign({ uri: proxyUrl.href, pipelining: !this._keepAlive ? 0 : 1 }, ((proxyUrl.username || proxyUrl.password) && {
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
        return lib_awaiter(this, void 0, void 0, function* () {
            retryNumber = Math.min(ExponentialBackoffCeiling, retryNumber);
            const ms = ExponentialBackoffTimeSlice * Math.pow(2, retryNumber);
            return new Promise(resolve => setTimeout(() => resolve(), ms));
        });
    }
    _processResponse(res, options) {
        return lib_awaiter(this, void 0, void 0, function* () {
            return new Promise((resolve, reject) => lib_awaiter(this, void 0, void 0, function* () {
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
;// CONCATENATED MODULE: ./lib/duration.js
/** The longest delay of a Node timer: https://nodejs.org/api/timers.html#settimeoutcallback-delay-args */
const maxTimerMs = 2 ** 31 - 1;
/** A monotonic time in milliseconds. With performance.now() Node loads thirteen modules more, 3 % of the start-up. */
function now() {
    return process.uptime() * 1000;
}
const unitMs = { ms: 1, s: 1000, m: 60_000, h: 3_600_000 };
/** What `parseDuration` accepts, for error messages. */
const acceptedDurations = "a number with ms, s, m or h (a bare number below 1000 is seconds), at most 2147483647 ms (24 days)";
// Whoever types this without a unit means milliseconds.
const leastBareNumber = 1000;
/**
 * `10s`, `500ms`, `1.5m`, `2h` or a bare number of seconds below 1000, as milliseconds; undefined for anything else and
 * for more than a timer can hold.
 */
function parseDuration(text) {
    const [, number, unit] = /^(\d+(?:\.\d+)?)(ms|s|m|h)?$/.exec(text) ?? [];
    if (number === undefined || (unit === undefined && Number(number) >= leastBareNumber))
        return undefined;
    const ms = Number(number) * (unitMs[unit ?? "s"] ?? Number.NaN);
    return ms <= maxTimerMs ? ms : undefined;
}
/** What to write instead of a bare number from 1000 up: `write 10000ms or 10000s`; null for any other text. */
function durationAdvice(text) {
    if (!/^\d+(?:\.\d+)?$/.test(text))
        return null;
    const written = [`${text}ms`, `${text}s`].filter((one) => parseDuration(one) !== undefined);
    return parseDuration(text) !== undefined || written.length === 0 ? null : `write ${written.join(" or ")}`;
}
/** A duration for readers: `<1 ms`, `71 ms`, from 1 s `2.9 s`, from 1 min `2 min 36 s`. */
function duration(milliseconds) {
    if (milliseconds < 1)
        return "<1 ms";
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

;// CONCATENATED MODULE: external "node:url"
const external_node_url_namespaceObject = require("node:url");
;// CONCATENATED MODULE: ./lib/origin.js
// Addresses are texts: http(s) URIs as `URL.href` has them, without credentials. As a URL each would take some 200
// bytes more.
/** A URL, or null for a text that is none. (`URL.parse` came with Node 22.) */
function toUrl(text, base) {
    try {
        const url = new URL(text, base);
        // Node 24 makes of some names one that it cannot read again, such as that of http://\u00fcxn--a/. Changing such a
        // URL ends the process by a native assertion.
        return url.hostname.includes("xn--") && !URL.canParse(url.href) ? null : url;
    }
    catch {
        return null;
    }
}
/** The address of an http(s) URL. */
function addressOf({ href }) {
    return href.replace(/^(https?:\/\/)[^/]*@/, "$1");
}
/** The address that a server names; credentials in it are no user's. null: it is no http(s) URI. */
function toAddress(text, base) {
    const url = toUrl(text, base);
    return url !== null && /^https?:$/.test(url.protocol) ? addressOf(url) : null;
}
/** The origin of an address: `https://example.com`. */
function originOf(address) {
    return address.slice(0, address.indexOf("/", "https://".length));
}
/** The host of an address, with the port where it is not the scheme's own. */
function hostOf(address) {
    return originOf(address).slice(address.indexOf("//") + 2);
}
/** Whether an address is on an origin. */
function isOn(address, origin) {
    return address.startsWith(`${origin}/`);
}

;// CONCATENATED MODULE: ./lib/echoes.js


/** Shorter secrets would be found in any text. */
const minSecretLength = 4;
const minPieceLength = 6;
// A text with more layers, or with more in them, was made to hide something.
const maxLayers = 16;
const maxCharacters = 4 * 1024 * 1024;
/** Finds secrets in what a server chose: it can put what it was sent into an address or a sitemap, in any encoding. */
class Echoes {
    #secrets;
    #listed;
    #wanted = null;
    /** `listed` is the origin that is the user's own word, whatever is in it; null: none is. */
    constructor(secrets, listed) {
        this.#secrets = secrets;
        this.#listed = listed;
    }
    /** Whether a secret is in a text, however often it is percent-encoded, or in Base64, hexadecimal or JSON. */
    isIn(text) {
        if (this.#secrets.length === 0)
            return false;
        // Few checks meet anything to look at.
        this.#wanted ??= [...new Set(this.#secrets.filter(isLong).flatMap(formsOf))];
        const wanted = this.#wanted;
        const seen = new Set();
        let characters = 0;
        let layer = [toBytes(text)];
        for (let depth = 0; layer.length > 0; depth += 1) {
            if (layer.map(normalize).some((form) => wanted.some((secret) => form.includes(secret))))
                return true;
            for (const form of layer) {
                seen.add(form);
                characters += form.length;
            }
            if (depth === maxLayers || characters > maxCharacters)
                return true;
            layer = [...new Set(layer.flatMap(unwrap))].filter((form) => !seen.has(form));
        }
        return false;
    }
    /** The same for an address, of which a listed origin is no part that a server chose. */
    isInAddress(address) {
        const listed = this.#listed;
        return this.isIn(listed !== null && isOn(address, listed) ? address.slice(listed.length) : address);
    }
    /** An address, fit to be shown: with a secret in it, only its origin is left, or nothing. */
    hide(address) {
        if (!this.isInAddress(address))
            return address;
        const origin = originOf(address);
        return this.isInHost(address) ? "***" : `${origin}/***`;
    }
    /** The host of an address, fit to be shown. */
    hideHost(address) {
        return this.isInHost(address) ? "***" : hostOf(address);
    }
    isInHost(address) {
        return this.isInAddress(`${originOf(address)}/`);
    }
}
function isLong({ length }) {
    return length >= minSecretLength;
}
// All texts are compared as bytes, one a character, because nobody says in which charset a server encodes.
function toBytes(text) {
    return Buffer.from(text, "utf8").toString("latin1");
}
/**
 * A secret as a server may have read it, ready to be compared; pieces of its Base64 as well, whose case a host loses.
 */
function formsOf(secret) {
    const read = [secret, toBytes(secret)].flatMap(decodings);
    const bytes = [Buffer.from(secret, "utf8"), Buffer.from(secret, "latin1")];
    const base64 = bytes.flatMap((one) => [0, 1, 2].map((offset) => base64Within(one, offset)));
    const pieces = [...base64, ...base64.map(toBase64Url), secret.replace(/=+$/, ""), toBase64Url(secret)];
    return [...read.filter(isLong), ...pieces.filter(({ length }) => length >= minPieceLength)].map(normalize);
}
/** A text, and what it becomes when it is percent-decoded again and again. */
function decodings(text) {
    const forms = [text];
    for (let next = percentDecodeBytes(text); next !== forms.at(-1) && forms.length < maxLayers; next = percentDecodeBytes(next))
        forms.push(next);
    return forms;
}
/**
 * What Base64 makes of bytes that stand in a longer text, such as JSON, `offset` bytes from a multiple of three.
 * Characters that also depend on the bytes before or behind are left out, and so is padding.
 */
function base64Within(bytes, offset) {
    const base64 = Buffer.concat([Buffer.alloc(offset), bytes]).toString("base64");
    return base64.slice(Math.ceil((offset * 8) / 6), Math.floor(((offset + bytes.length) * 8) / 6));
}
function toBase64Url(base64) {
    return base64.replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}
/** What a text becomes when one layer of encoding is taken off it, in any way that changes it. */
function unwrap(text) {
    const base64 = text.match(/[A-Za-z0-9+/_-]{6,}/g) ?? [];
    const hex = text.match(/[0-9a-f]{8,}/gi) ?? [];
    return [
        percentDecodeBytes(text),
        text.replace(/\\(?:u([0-9a-f]{4})|(.))/gi, (_, code, escaped) => code === undefined ? escaped : toBytes(String.fromCharCode(Number.parseInt(code, 16)))),
        text.replace(/xn--[a-z0-9-]+/gi, (label) => toBytes((0,external_node_url_namespaceObject.domainToUnicode)(label)) || label),
        // It may begin anywhere in a run of its characters.
        ...base64.flatMap((run) => [0, 1, 2, 3].map((start) => Buffer.from(run.slice(start), "base64").toString("latin1"))),
        ...hex.flatMap((run) => [0, 1].map((start) => Buffer.from(run.slice(start), "hex").toString("latin1"))),
    ].filter(isLong);
}
function percentDecodeBytes(text) {
    return text.replace(/(?:%[0-9a-f]{2})+/gi, (run) => Buffer.from(run.replaceAll("%", ""), "hex").toString("latin1"));
}
/** Host names are lower case whatever was sent, a form writes a blank as `+`, and to a URL a backslash is a slash. */
function normalize(text) {
    return text
        .toLowerCase()
        .replaceAll("+", " ")
        .replaceAll("\\", "/")
        .replace(/[\t\r\n]/g, "");
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
/**
 * The certificates to warn of, and for each the position in `results` where its origin was first met. A server may have
 * put any of `secrets` into the name of an origin.
 */
function findExpiring(seen, results, { warningDays, now, secrets }) {
    const soon = seen.filter(({ certificate }) => expiresSoon(certificate, warningDays, now));
    const echoes = new Echoes(secrets, null);
    const warnings = [];
    const expiring = new Map();
    for (const { origin, certificate } of soon) {
        warnings.push(`the certificate of ${isListed(results, origin) || !echoes.isIn(origin) ? origin : "***"} ${expiry(certificate)}`);
        const position = results.findIndex((checked) => met(checked, origin));
        const other = expiring.get(position);
        // A chain of redirects can meet several: the first to expire is what a row has room for.
        if (position !== -1 && !(other && other.validTo < certificate.validTo))
            expiring.set(position, certificate);
    }
    return { warnings, expiring };
}
/** Whether the list itself names an origin. */
function isListed(results, origin) {
    return results.some(({ target }) => target.kind !== "mistake" && target.getsHeaders && isOn(target.address, origin));
}
/** Whether a check met an origin, by itself or by a redirect. */
function met({ target, result }, origin) {
    if (target.kind === "mistake")
        return false;
    return isOn(target.address, origin) || result.redirects.some((address) => isOn(`${address}/`, origin));
}

;// CONCATENATED MODULE: external "node:timers/promises"
const promises_namespaceObject = require("node:timers/promises");
;// CONCATENATED MODULE: ./lib/session/clock.js

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
/** The timings of what never began. */
const noTimings = { dns: -1, connect: -1, ssl: -1, send: -1, wait: -1, receive: -1 };
/**
 * The clock of one attempt. It runs from the first `enter`, so that loading Node's modules is not counted. `enter` ends
 * the stage under way and begins another. Going through a stage again (redirects, a resend) adds up.
 */
class Clock {
    #timings = { ...noTimings };
    #stage = null;
    #startedAt = now();
    #since = 0;
    /** The stage under way; null before the first. */
    get stage() {
        return this.#stage;
    }
    enter(stage) {
        this.#endStage();
        if (this.#stage === null)
            this.#startedAt = this.#since;
        this.#stage = stage;
    }
    /** The request is sent. Its answer may have come before that was known: then nothing changes. */
    enterWait() {
        if (this.#stage === "send")
            this.enter("wait");
    }
    /** The milliseconds since the first stage began, or since the clock was made where none has. */
    elapsedMs() {
        return now() - this.#startedAt;
    }
    /**
     * Ends the last stage, so that a phase which a failure cut short has the time it had taken. Returns the milliseconds
     * since the first stage began (0 without any) and those of each phase, rounded to the microsecond.
     */
    stop() {
        this.#endStage();
        const { dns, connect, ssl, send, wait, receive } = this.#timings;
        return {
            durationMs: this.#stage === null ? 0 : round(this.#since - this.#startedAt),
            timings: {
                dns: round(dns),
                connect: round(connect),
                ssl: round(ssl),
                send: round(send),
                wait: round(wait),
                receive: round(receive),
            },
        };
    }
    #endStage() {
        const end = now();
        if (this.#stage !== null) {
            for (const phase of phasesOf[this.#stage]) {
                this.#timings[phase] = Math.max(this.#timings[phase], 0) + end - this.#since;
            }
        }
        this.#since = end;
    }
}
function round(milliseconds) {
    return Math.round(milliseconds * 1000) / 1000;
}

;// CONCATENATED MODULE: ./lib/session/attempt.js

/** Why an attempt was ended before it had settled: the reason of its signal. */
const deadlinePassed = Symbol("deadline passed");
const runCancelled = Symbol("run cancelled");
/** One attempt: its clock, and a signal that ends it at its deadline or with the run. */
class Attempt {
    /** Counts the attempts at its target, from 1. */
    number;
    clock = new Clock();
    /** Connections that answered an earlier hop of this attempt, and so are alive. */
    heardFrom = new WeakSet();
    #limits;
    #onRenewed;
    /** The elapsed time at which it ends: the timeout, or later once it was renewed. */
    #allowedMs;
    #isRenewed = false;
    #controller = new AbortController();
    constructor(number, limits, onRenewed) {
        this.number = number;
        this.#limits = limits;
        this.#onRenewed = onRenewed;
        this.#allowedMs = limits.timeoutMs;
        if (limits.cancelled.aborted)
            this.end(runCancelled);
    }
    /** Aborted with `deadlinePassed` or `runCancelled`. An attempt that is renewed after its deadline has another one. */
    get signal() {
        return this.#controller.signal;
    }
    /** The milliseconds until its deadline, 0 or less once that has passed. */
    get leftMs() {
        return this.#allowedMs - this.clock.elapsedMs();
    }
    end(reason) {
        this.#controller.abort(reason);
    }
    /** Whether its timeout was restarted, because a kept connection was silent. */
    get isRenewed() {
        return this.#isRenewed;
    }
    /** Restarts the timeout, even after the deadline. Does nothing the second time, or once the run is cancelled. */
    renew() {
        if (this.#isRenewed || this.#limits.cancelled.aborted)
            return;
        this.#isRenewed = true;
        this.#allowedMs = this.clock.elapsedMs() + this.#limits.timeoutMs;
        if (this.signal.aborted)
            this.#controller = new AbortController();
        this.#onRenewed();
    }
}
/** The deadlines of the attempts under way. One timer serves all: one for each costs a list of 3,500 URIs 7 MiB. */
class Deadlines {
    #limits;
    #underWay = new Set();
    /** Left running between attempts, so that a list does not set one for each URI. */
    #timer;
    constructor(limits) {
        this.#limits = limits;
        limits.cancelled.addEventListener("abort", () => {
            clearTimeout(this.#timer);
            for (const attempt of this.#underWay)
                attempt.end(runCancelled);
        });
    }
    /** Starts the `number`-th attempt at a target; the caller must pass it to `finish`. */
    begin(number) {
        const watch = () => {
            const { timeoutMs, cancelled } = this.#limits;
            if (this.#timer === undefined && !cancelled.aborted)
                this.#wait(timeoutMs);
        };
        const attempt = new Attempt(number, this.#limits, watch);
        this.#underWay.add(attempt);
        watch();
        return attempt;
    }
    finish(attempt) {
        this.#underWay.delete(attempt);
    }
    #wait(milliseconds) {
        // A plain timer: that of AbortSignal.timeout() does not keep the process, which could end before it. Then one turn
        // of the event loop: Node runs timers before it reads, and after a pause of the machine an answer may lie unread.
        this.#timer = setTimeout(() => setImmediate(() => this.#endOverdue()), milliseconds);
    }
    #endOverdue() {
        this.#timer = undefined;
        let nextMs = Number.POSITIVE_INFINITY;
        for (const attempt of this.#underWay) {
            if (attempt.signal.aborted)
                continue;
            // A timer may be a moment early.
            const { leftMs } = attempt;
            if (leftMs <= 0)
                attempt.end(deadlinePassed);
            else
                nextMs = Math.min(nextMs, leftMs);
        }
        if (nextMs !== Number.POSITIVE_INFINITY)
            this.#wait(Math.ceil(nextMs));
    }
}

;// CONCATENATED MODULE: external "node:http"
const external_node_http_namespaceObject = require("node:http");
var external_node_http_default = /*#__PURE__*/__nccwpck_require__.n(external_node_http_namespaceObject);
;// CONCATENATED MODULE: ./lib/inputs/status.js

/** What counts as up where nobody says otherwise. */
const ok = { text: "200", ranges: [{ from: 200, to: 200 }] };
/** What `parseExpectedStatus` accepts, for error messages. */
const acceptedStatuses = "statuses from 100 to 999, ranges and classes, separated by commas (200 or 200,204 or 200-299 or 2xx)";
function parseRange(word) {
    // RFC 9110, section 15, has five classes, but servers send what they like: 999 is a known answer to robots.
    const klass = /^([1-9])xx$/i.exec(word);
    if (klass)
        return { from: Number(klass[1]) * 100, to: Number(klass[1]) * 100 + 99 };
    const range = /^([1-9]\d\d)(?:-([1-9]\d\d))?$/.exec(word);
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

;// CONCATENATED MODULE: ./lib/secrets.js
/** Passwords and header values that are shorter than this are not masked: the runner would find them in any text. */
const minPasswordLength = 4;
const minHeaderValueLength = 6;
// What headers hold that is no secret. As a mask, each of these would blank the log and the outputs of a whole job.
const protocolWords = new Set(("true false none null undefined yes no on off enabled disabled required fetch no-check nocheck anonymous default " +
    "basic bearer digest token apikey negotiate ntlm hoba mutual oauth dpop gnap vapid hawk aws4-hmac-sha256").split(" "));
/** Whether a text may be masked in the log and the outputs of the whole job. */
function isMaskable(text, minLength) {
    return text.trim().length >= minLength && !protocolWords.has(text.trim().toLowerCase());
}
/**
 * What of a text is masked: the runner masks each of its lines by itself, and one of a single letter blanks any log.
 */
function maskableLines(text, minLength) {
    return text.split(/[\r\n]+/).filter((line) => isMaskable(line, minLength));
}
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
/**
 * The value of an `Authorization` or `Proxy-Authorization` header (RFC 7617) for percent-encoded credentials, and every
 * form of the secret in it.
 */
function basicCredentials(username, password) {
    const pair = `${percentDecode(username)}:${percentDecode(password)}`;
    const base64 = Buffer.from(pair, "utf8").toString("base64");
    // A token is often given as a user name without a password.
    const secrets = passwordForms(password === "" ? username : password);
    return { header: `Basic ${base64}`, secrets: base64.length < 8 ? secrets : [...secrets, base64] };
}
/**
 * Takes the `user:password@` out of a valid URI: https://url.spec.whatwg.org/#authority-state (a backslash is a slash
 * there).
 */
function hideUserinfo(uri) {
    const [before, typed] = /^([a-z][a-z0-9+.-]*:[\\/]+)([^\\/?#]*)@/i.exec(uri)?.slice(1) ?? [];
    if (before === undefined || typed === undefined)
        return { shown: uri, secrets: [] };
    const colon = typed.indexOf(":");
    const password = typed.slice(colon + 1) || typed.slice(0, colon);
    return { shown: before + uri.slice(before.length + typed.length + 1), secrets: passwordForms(password) };
}
// As any keyboard types them, and percent-encoded any number of times.
const ats = /[@\uff20\ufe6b]/g;
const encodedAts = /%(?:25)*40/g;
const colons = /[:\uff1a\ufe55]|%(?:25)*3a/gi;
/**
 * Takes out of a text all that could be credentials: everything up to its last `@`, or its last `%40` with a colon in
 * front, except a `scheme://` at its start. Rather too much than too little: where a URI is not valid, nobody can say
 * where its password ends.
 */
function hideCredentials(text) {
    const [scheme = ""] = /^[a-z][a-z0-9+.-]{0,20}:\/\//i.exec(text) ?? [];
    const rest = text.slice(scheme.length);
    const at = [...rest.matchAll(ats)].at(-1);
    const encodedAt = [...rest.matchAll(encodedAts)].at(-1);
    const isEncoded = encodedAt !== undefined && rest.slice(0, encodedAt.index).search(colons) !== -1;
    const last = isEncoded && (at === undefined || encodedAt.index > at.index) ? encodedAt : at;
    if (last === undefined)
        return { shown: text, secrets: [] };
    return {
        shown: scheme + rest.slice(last.index + last[0].length),
        secrets: passwordsIn(rest.slice(0, last.index)).flatMap(passwordForms),
    };
}
/** Whether a text could hold a password: it has a colon, and an `@` behind it. */
function mayHoldPassword(text) {
    const colon = text.search(colons);
    const rest = text.slice(colon);
    return colon !== -1 && (rest.search(ats) !== -1 || rest.search(encodedAts) !== -1);
}
// Part of a sentence, of an IPv6 address, or a port and a path that ends in front of the @.
const noPassword = /^\s|\s$|^[\d:.a-f]*\][:/?#]|^\d{1,5}\/(?:.*\/)?$/is;
/** All that could be a password in a text: a text can hold several URIs, and a password any character. */
function passwordsIn(typed) {
    const parts = new Set([typed, ...typed.split(ats), ...typed.split(encodedAts)]);
    return [...parts].flatMap((part) => {
        const userinfo = part.slice(part.lastIndexOf("://") + 1).replace(/^\/\//, "");
        const found = [...userinfo.matchAll(colons)];
        // No user name, but a word of a sentence or of a path.
        if (found.length === 0)
            return /[\s\\/]/.test(userinfo) ? [] : [userinfo];
        const passwords = [found.at(0), found.at(-1)].map((one) => userinfo.slice((one?.index ?? 0) + (one?.[0].length ?? 0)));
        return passwords.filter((password) => !noPassword.test(password));
    });
}
function passwordForms(password) {
    return [password, percentDecode(password)].flatMap((form) => maskableLines(form, minPasswordLength));
}

;// CONCATENATED MODULE: ./lib/text.js

// Foreign text (URIs, redirect targets, input values) stays raw in data and is made harmless here, where it is printed.
// C0 and C1 controls would start log lines or move a terminal's cursor; U+2028 and U+2029 are line breaks to some.
// biome-ignore lint/complexity/useRegexLiterals: a literal makes Node look the property up at each start, 0.2 ms
const controls = () => new RegExp("[\\p{Cc}\\u2028\\u2029]", "gu");
// Invisible and reordering characters, with which a text can pass for another one:
// https://www.unicode.org/reports/tr44/#Default_Ignorable_Code_Point (it holds the bidirectional controls too).
// biome-ignore lint/complexity/useRegexLiterals: a literal makes Node look the property up at each start, 0.4 ms
const invisible = () => new RegExp("\\p{Default_Ignorable_Code_Point}", "gu");
// Nearly all text is this, and needs no second look.
const harmless = /^[ !#$%(-;=?-~]*$/;
/** One visible line: controls become spaces, invisible and reordering characters U+FFFD. */
function plainText(text) {
    if (harmless.test(text))
        return text;
    return text.replace(controls(), " ").replace(invisible(), "\ufffd");
}
/**
 * A piece of a log line. The runner takes `##[command]` for a command anywhere in a line (`::command::` only at its
 * start, where no foreign text ever stands), so its second `#` is percent-encoded.
 */
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
/**
 * Text or attribute value in HTML. Just these five entities and no other escape: the runner masks secrets in the
 * summary in this form.
 */
function htmlText(text) {
    if (harmless.test(text))
        return text;
    return plainText(text).replace(/[&<>"']/g, (character) => entities[character] ?? character);
}
/** Foreign text in the summary: in `<code>` GitHub makes no link, mention or emoji of it. */
function htmlCode(text) {
    return `<code>${htmlText(text)}</code>`;
}
const ellipsis = "\u2026";
/** At most `max` characters of a text, the last of them an ellipsis where it goes on. */
function cut(text, max) {
    // Not between the two halves of a surrogate pair.
    return text.length > max ? `${text.slice(0, max - 1).replace(/[\ud800-\udbff]$/, "")}${ellipsis}` : text;
}
// A UUID (RFC 9562, section 4), or 12 and more letters and digits in a row.
const uuidOrToken = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-z]{12,}/gi;
const maxLabel = 36;
/**
 * What the label of a chart says of an address. The path is percent-decoded, and what may be a secret in it is cut to
 * four characters: the runner masks that only together with the rest of its URI. Nothing in it has a meaning in
 * Mermaid.
 */
function chartLabel(host, path) {
    const harmlessIn = (text) => text.replace(/[^A-Za-z0-9._:[\]/-]/gu, "_");
    const shownPath = harmlessIn(percentDecode(path)).replace(uuidOrToken, (run) => /^[a-z]+$|^\d+$/i.test(run) ? run : run.slice(0, 4) + ellipsis);
    const label = harmlessIn(host) + (host !== "" && path === "/" ? "" : shownPath);
    const half = maxLabel / 2;
    return label.length > maxLabel ? label.slice(0, half) + ellipsis + label.slice(1 - half) : label;
}
/**
 * An address that a server chose: without its query and fragment, which may hold tokens, and at most 200 characters.
 */
function shortAddress(address) {
    const short = address.replace(/\?[^#]*/, `?${ellipsis}`).replace(/#.*$/s, `#${ellipsis}`);
    return cut(short, 200);
}

;// CONCATENATED MODULE: ./lib/version.js
/** The version of this action. A test compares it to package.json's. */
const version = "1.1.0";

;// CONCATENATED MODULE: ./lib/inputs/headers.js



const defaults = [
    { name: "User-Agent", value: `uptimemon/${version}` },
    { name: "Accept", value: "*/*" },
];
// These say how one connection is used (RFC 9110, section 7.6.1, and RFC 9112): the session decides that.
const refused = /^(connection|keep-alive|content-length|transfer-encoding|expect|upgrade|te|trailer|proxy-.*)$/i;
// RFC 9110, sections 5.6.2 (token) and 5.5 (field value).
const token = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/;
const badValue = /[^\t\x20-\x7e\x80-\xff]/;
const confidential = new RegExp([
    // Not X-Author, and not Access-Control-Request-Headers.
    "auth(?!or(?!i))|access(?!-control)|bearer|bypass|client-?id|cookie|credential|hmac|jwt|key|pass(?:code|phrase|w)",
    "pwd|secret|session|signature|token|verify",
].join("|"), "i");
const identifying = /^(?:authorization|cookie)$/i;
// Whoever gives these back tells nothing.
const headers_harmless = /^(?:user-agent|accept|host)$/i;
const minHiddenLength = 8;
const scheme = /^(?:basic|bearer|digest|token|apikey|negotiate|hawk|dpop|oauth|vapid|aws4-hmac-sha256)$/i;
/** Field names are case-insensitive: RFC 9110, section 5.1. */
function sameName(one, other) {
    return one.toLowerCase() === other.toLowerCase();
}
/** Parses the `headers` input: one `Name: value` per line, blank lines skipped. All problems are found at once. */
function parseHeaders(text) {
    const lines = text
        .split(/\r\n|\n|\r/)
        .flatMap((line, index) => (line.trim() === "" ? [] : [parseLine(line, index + 1)]));
    const headers = lines.flatMap(({ header }) => (header === null ? [] : [header]));
    const isDefault = ({ name }) => defaults.some((header) => sameName(header.name, name));
    const own = [...defaults.filter(({ name }) => !headers.some((header) => sameName(header.name, name))), ...headers];
    const secrets = headers.flatMap(secretsOf);
    return {
        request: {
            own,
            elsewhere: own.filter(isDefault),
            secrets,
            hidden: [...new Set([...secrets, ...headers.flatMap(hiddenOf)])],
        },
        hasCredentials: secrets.length > 0 || headers.some((header) => identifying.test(header.name) && isGiven(header)),
        problems: lines.flatMap(({ problem }) => (problem === null ? [] : [problem])),
        warnings: lines.flatMap(({ warning }) => (warning === null ? [] : [warning])),
    };
}
function parseLine(line, number) {
    const where = `headers: line ${number}`;
    const colon = line.indexOf(":");
    const name = line.slice(0, colon).trim();
    const value = line.slice(colon + 1).trim();
    const shortName = cut(name, 100);
    const refuse = (problem) => ({ header: null, problem: where + problem, warning: null });
    if (colon === -1)
        return refuse(' has no colon; accepted: one "Name: value" per line');
    if (!token.test(name))
        return refuse(' has a name with a character that RFC 9110 does not allow; accepted: one "Name: value" per line');
    if (refused.test(name))
        return refuse(`: ${name} belongs to the connection and cannot be set; accepted: any other header`);
    if (badValue.test(value))
        return refuse(`: the value of ${shortName} has a character that a header cannot hold; ` +
            "accepted: Latin-1 without control characters");
    const missing = nothingIn(value);
    const warning = missing === null ? null : `${where}: ${shortName} has ${missing}: is the secret defined?`;
    return { header: { name, value }, problem: null, warning };
}
/** What is missing in a value that was made of a secret which is not there; null where nothing is. */
function nothingIn(value) {
    if (value === "")
        return "an empty value";
    if (/^(?:bearer|basic|token)$/i.test(value))
        return `nothing behind ${value}`;
    return pairOf(value) === ":" ? "neither user nor password behind Basic" : null;
}
function isGiven({ value }) {
    return nothingIn(value) === null && isMaskable(value, 1);
}
/** A value without the word of its authentication scheme. */
function credentialsOf({ name, value }) {
    const [, word = "", credentials] = /^(\S+)\s+(\S.*)$/.exec(value) ?? [];
    return credentials !== undefined && (/authorization$/i.test(name) || scheme.test(word)) ? credentials : value;
}
/** The `user:password` of Basic authentication (RFC 7617); null for any other value. */
function pairOf(value) {
    const base64 = /^basic\s+(\S.*)$/i.exec(value)?.[1];
    return base64 === undefined ? null : Buffer.from(base64, "base64").toString("utf8");
}
function valuesIn(header) {
    const credentials = credentialsOf(header);
    if (/^cookie$/i.test(header.name)) {
        const values = credentials.split(";").map((cookie) => cookie.slice(cookie.indexOf("=") + 1).trim());
        return values.some((value) => value !== "") ? [credentials, ...values] : [];
    }
    return [credentials, percentDecode(credentials), pairOf(header.value) ?? ""];
}
function passwordOf({ value }) {
    const pair = pairOf(value) ?? "";
    return pair.slice(pair.indexOf(":") + 1);
}
function secretsOf(header) {
    if (!confidential.test(header.name))
        return [];
    const secrets = valuesIn(header).flatMap((value) => maskableLines(value, minHeaderValueLength));
    return [...secrets, ...maskableLines(passwordOf(header), minPasswordLength)];
}
function hiddenOf(header) {
    if (headers_harmless.test(header.name))
        return [];
    const values = [header.value, ...valuesIn(header)].flatMap((value) => maskableLines(value, minHiddenLength));
    return values.filter((value) => !isOrigin(value));
}
/** The value of an `Origin` or `Referer`, which the redirects of a site have at their front. */
function isOrigin(value) {
    if (!/^https?:/i.test(value) || !URL.canParse(value))
        return false;
    const { href, origin } = new URL(value);
    return href === `${origin}/`;
}

;// CONCATENATED MODULE: ./lib/session/failure.js


/** The failure of a request that was never made, or that only a proxy answered. */
function refusal(sentence) {
    return { kind: "failure", error: new ProxyError(sentence), stage: null, proxy: null, host: "" };
}
/** What to say when a proxy answers 407, to a CONNECT or to a forwarded request. */
function describe407({ authority, authorization }) {
    return authorization === null
        ? `the proxy ${authority} requires authentication (407)`
        : `the proxy ${authority} refused the credentials (407)`;
}
/** In place of `deadlinePassed`: both a kept connection and a fresh one were silent for the whole timeout. */
const silentTwice = Symbol("silent twice");
/**
 * An error that came from the network while a connection was opened: Node's own, in `cause`. What else is thrown is a
 * bug.
 */
class NetworkError extends Error {
    name = "NetworkError";
}
/** What a proxy refused, or what keeps it from being asked. Its message is the sentence that the user reads. */
class ProxyError extends NetworkError {
    name = "ProxyError";
}
/**
 * The error of a connection that ended without one of Node's. One for all, as most requests end by a `close` that is
 * none.
 */
const connectionLost = Object.assign(new Error("the connection was closed"), { code: "ECONNRESET" });
/** The code of an error, such as `ECONNRESET`; empty where it has none. An AggregateError has that of its attempts. */
function codeOf(error) {
    return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : "";
}
/** Whether the first hop is not reached yet: the proxy, where the way leads through one, the server otherwise. */
function isOnTheWay(stage) {
    return stage === null || stage === "lookup" || stage === "connect" || stage === "proxy";
}
const stageWords = {
    lookup: "looking up the host name",
    connect: "connecting",
    proxy: "waiting for the proxy",
    tls: "in the TLS handshake",
    send: "sending the request",
    wait: "waiting for the answer",
    receive: "reading the body",
};
const closedWords = {
    lookup: "before it was open",
    connect: "before an answer came",
    proxy: "before the tunnel was open",
    tls: "during the TLS handshake",
    send: "before an answer came",
    wait: "before an answer came",
    receive: "in the middle of the body",
};
const unreachable = "no route to the host";
const untrusted = "the certificate is not signed by a trusted authority, or the server sends an incomplete chain " +
    "(for a private authority set NODE_EXTRA_CA_CERTS)";
const codeWords = {
    ENOTFOUND: "no such host",
    EAI_AGAIN: "DNS lookup failed: the name server did not answer",
    ECONNREFUSED: "connection refused",
    ENETUNREACH: unreachable,
    EHOSTUNREACH: unreachable,
    EADDRNOTAVAIL: unreachable,
    EMFILE: "the system has no file descriptor left for a connection",
    ENFILE: "the system has no file descriptor left for a connection",
    CERT_HAS_EXPIRED: "the certificate, or one in its chain, has expired",
    CERT_NOT_YET_VALID: "the certificate, or one in its chain, is not valid yet",
    CERT_REVOKED: "the certificate is revoked",
    DEPTH_ZERO_SELF_SIGNED_CERT: "the certificate is self-signed",
    SELF_SIGNED_CERT_IN_CHAIN: untrusted,
    ERR_TLS_CERT_ALTNAME_INVALID: "the certificate is for another host name",
    HPE_HEADER_OVERFLOW: "the headers of the answer are over 128 KiB",
};
// What Node calls UNSPECIFIED has OpenSSL's own words in its message, which no peer can choose:
// https://docs.openssl.org/3.5/man3/X509_STORE_CTX_get_error/
const weaknesses = [
    [/key too (weak|small)/i, "a key in the certificate's chain is too short (KEY_TOO_SMALL)"],
    [/(md|digest algorithm) too weak/i, "the certificate is signed with a digest that is too weak (MD_TOO_WEAK)"],
];
// The parser met the end of the connection inside an answer: that is a cut, not a violation of the protocol.
const connectionCuts = new Set([
    "ECONNRESET",
    "EPIPE",
    "ECONNABORTED",
    "HPE_INVALID_EOF_STATE",
    "ERR_STREAM_PREMATURE_CLOSE",
    "ERR_STREAM_WRITE_AFTER_END",
]);
/** OpenSSL's words are from its own tables and not the peer's; printable ASCII all the same. */
function printable(words) {
    return words.replace(/[^\x20-\x7e]/g, "");
}
function tlsReason(error) {
    return printable(error instanceof Error && "reason" in error && typeof error.reason === "string" ? error.reason : "");
}
// One code for all: whether it is EPROTO or one of ERR_SSL_* depends on Node's version and on who noticed.
function tlsCause(error) {
    const reason = tlsReason(error);
    if (/wrong version number|packet length too long|http request/.test(reason)) {
        return "the port does not speak TLS (EPROTO)";
    }
    return `TLS handshake failed${reason === "" ? "" : `: ${reason}`} (EPROTO)`;
}
function certificateCause(error, code) {
    const message = error instanceof Error ? error.message : "";
    const weakness = weaknesses.find(([pattern]) => pattern.test(message))?.[1];
    if (weakness !== undefined)
        return weakness;
    const reason = code === "UNSPECIFIED" ? `: ${printable(message)}` : "";
    return `the certificate was not accepted${reason} (${code || "unknown reason"})`;
}
function causeOf(error, stage, throughProxy) {
    const code = codeOf(error);
    const known = codeWords[code];
    if (known !== undefined)
        return `${known} (${code})`;
    const closer = throughProxy ? "the proxy closed the connection" : "the connection was closed";
    if (connectionCuts.has(code))
        return `${closer} ${closedWords[stage]} (ECONNRESET)`;
    if (code === "ETIMEDOUT")
        return `the network gave up ${stageWords[stage]} (ETIMEDOUT)`;
    if (code.startsWith("HPE_"))
        return `the answer is not valid HTTP (${code})`;
    if (code === "EPROTO" || code.startsWith("ERR_SSL_") || code.startsWith("ERR_TLS_"))
        return tlsCause(error);
    if (code.startsWith("UNABLE_TO_"))
        return `${untrusted} (${code})`;
    // A proxy on TLS has one too.
    if (stage === "tls" || stage === "proxy")
        return certificateCause(error, code);
    return `the request failed ${stageWords[stage]} (${code || "unknown reason"})`;
}
function describeStage(stage, proxy) {
    if (proxy === null || stage === "receive")
        return stageWords[stage];
    if (stage === "lookup")
        return `looking up the proxy ${proxy}`;
    return `${stage === "connect" ? "connecting to" : "waiting for"} the proxy ${proxy}`;
}
/**
 * One sentence in our own words, with the stage and the code. `error.message` is never shown: it can hold addresses,
 * line breaks and names that the server chose.
 */
function describeFailure(failure, timeoutMs) {
    const { error, proxy, host } = failure;
    const stage = failure.stage ?? "lookup";
    if (error === deadlinePassed || error === silentTwice) {
        const silence = error === silentTwice ? ": a kept connection and a fresh one were both silent" : "";
        return [`timed out after ${span(timeoutMs)} ${describeStage(stage, proxy)} (ETIMEDOUT)${silence}`];
    }
    if (error === runCancelled)
        return [`cancelled while ${describeStage(stage, proxy)}`];
    if (error instanceof ProxyError)
        return [error.message];
    const nodeError = error instanceof NetworkError ? error.cause : error;
    const isBefore = isOnTheWay(stage);
    if (codeOf(nodeError) === "ENOTFOUND" && proxy === null)
        return ["no such host: ", { foreign: host }, " (ENOTFOUND)"];
    const cause = causeOf(nodeError, stage, proxy !== null && !isBefore);
    return [proxy !== null && isBefore ? `cannot connect to the proxy ${proxy}: ${cause}` : cause];
}

;// CONCATENATED MODULE: ./lib/check/redirect.js

// RFC 9110, section 15.4; 300 and 304 to 306 do not say where to go next.
const redirecting = new Set([301, 302, 303, 307, 308]);
/** Whether an answer of this status is one that leads elsewhere, if only it says where. */
function isRedirect(status) {
    return redirecting.has(status);
}
/**
 * The step that an answer to `base` asks for, or null when it asks for none. `echoes` are taken out of what is shown:
 * a server may put what it was sent into the address.
 */
function readRedirect(answer, base, echoes) {
    const { location } = answer.headers;
    if (!isRedirect(answer.status) || location === undefined || location === "")
        return null;
    const address = toAddress(asUtf8(location), base);
    if (address === null)
        return { kind: "invalid" };
    const isDowngrade = base.startsWith("https:") && address.startsWith("http:");
    return { kind: isDowngrade ? "downgrade" : "follow", address, shown: echoes.hide(address) };
}
/** Why a step cannot be followed. */
function describeRefusal({ kind }) {
    return kind === "invalid"
        ? ["redirected to something that is not an http(s) URI"]
        : ["redirected from https to http, which is refused"];
}
/**
 * In what two addresses differ, `address` being more than query and fragment; null: they are the same. A fragment
 * counts only if `expected` has one.
 */
function differingParts(end, wanted) {
    const [actual, expected] = [new URL(end), new URL(wanted)];
    if (actual.origin + actual.pathname !== expected.origin + expected.pathname)
        return "address";
    const query = actual.search !== expected.search;
    const fragment = expected.hash !== "" && actual.hash !== expected.hash;
    if (query && fragment)
        return "query and fragment";
    if (query)
        return "query";
    return fragment ? "fragment" : null;
}
/**
 * Whether a chain of redirects left the site where it began: its end is neither the same host (less a leading `www.`)
 * nor a parent or child domain of it. All names of the loopback are one.
 */
function isForeign(end, start) {
    const [here, there] = [siteOf(start), siteOf(end)];
    return here !== there && !here.endsWith(`.${there}`) && !there.endsWith(`.${here}`);
}
function siteOf(address) {
    const host = new URL(address).hostname.replace(/\.$/, "");
    if (/^(localhost|.*\.localhost|127(\.\d+){3}|\[::1\])$/.test(host))
        return "localhost";
    return host.replace(/^www\./, "");
}
/** Node reads headers as Latin-1; a Location with other characters is UTF-8 in practice. */
function asUtf8(location) {
    const decoded = Buffer.from(location, "latin1").toString("utf8");
    return decoded.includes("\ufffd") ? location : decoded;
}

;// CONCATENATED MODULE: ./lib/check/follow.js







const noRedirects = [];
/** Asks for a target and follows redirects, until there is an answer of the wanted status or nothing more to follow. */
async function follow(target, wanted, { attempt, echoes, options }) {
    const { session, maxRedirects, timeoutMs } = options;
    let redirects = noRedirects;
    let { address } = target;
    let headers = headersFor(target, options.headers);
    let reader = null;
    let reused = true;
    let opened = false;
    let resent = false;
    for (;;) {
        const reply = await session.send({
            address,
            headers: wanted.openReader === null ? headers : plainly(headers),
            expects408: isExpected(408, wanted.status),
            readerFor: (answer) => {
                if (isExpected(answer.status, wanted.status))
                    reader = wanted.openReader?.(answer.headers) ?? null;
                return reader;
            },
        }, attempt);
        reused &&= reply.reused;
        opened ||= reply.opened;
        resent ||= reply.resent;
        const { outcome, certificate } = reply;
        const end = (how, step) => {
            return { outcome: how, reader, address, step, redirects, reused, opened, resent, certificate };
        };
        if (outcome.kind === "failure")
            return end(noAnswer(fitToShow(outcome, address, echoes), timeoutMs), null);
        const step = readRedirect(outcome, address, echoes);
        if (step === null || maxRedirects === 0 || isExpected(outcome.status, wanted.status))
            return end(outcome, step);
        if (redirects.length >= maxRedirects) {
            return end({ kind: "no answer", cause: [`more than ${count(maxRedirects, "redirect")}`] }, null);
        }
        if (step.kind !== "follow")
            return end({ kind: "no answer", cause: describeRefusal(step) }, step);
        redirects = [...redirects, step.shown];
        // Another origin gets nothing that was meant for the first one, and the first one does not get it back.
        if (originOf(step.address) !== originOf(address))
            headers = options.headers.elsewhere;
        address = step.address;
    }
}
/** A failure without the host where a server has put a secret into that. */
function fitToShow(failure, address, echoes) {
    return echoes.isInHost(address) ? { ...failure, host: "***" } : failure;
}
/** What is to be said of a failure. */
function noAnswer(failure, timeoutMs) {
    const kind = failure.error === runCancelled ? "cancelled" : "no answer";
    return { kind, cause: describeFailure(failure, timeoutMs) };
}
function headersFor({ authorization, getsHeaders }, { own, elsewhere }) {
    const headers = getsHeaders ? own : elsewhere;
    if (authorization === null)
        return headers;
    return [
        ...headers.filter(({ name }) => !sameName(name, "Authorization")),
        { name: "Authorization", value: authorization },
    ];
}
/** By itself a server may choose any coding for a body that is to be read: RFC 9110, section 12.5.3. */
function plainly(headers) {
    if (headers.some(({ name }) => sameName(name, "Accept-Encoding")))
        return headers;
    return [...headers, { name: "Accept-Encoding", value: "identity" }];
}

;// CONCATENATED MODULE: ./lib/result.js
/** The milliseconds that opening connections took: 0 where none was opened. */
function connectingMs({ dns, connect }) {
    return Math.max(dns, 0) + Math.max(connect, 0);
}
/** Whether a request was begun: it starts with a name lookup, a connection, or sending over an open one. */
function wasRequested({ timings }) {
    return timings.dns >= 0 || timings.connect >= 0 || timings.send >= 0;
}
/** A sentence as plain text. */
function plain(sentence) {
    return sentence.map((part) => (typeof part === "string" ? part : part.foreign)).join("");
}
/** The only parts in which two addresses differ: `only the query differs`. */
function difference(parts) {
    return parts === "query and fragment" ? "only query and fragment differ" : `only the ${parts} differs`;
}

;// CONCATENATED MODULE: ./lib/check/judge.js




const asExpected = { kind: "as expected" };
/** Judges how an attempt ended by what its line expects. `echoes` are taken out of addresses that a server chose. */
async function judge(expected, ending, echoes) {
    const { outcome, reader: search } = ending;
    if (outcome.kind !== "answer")
        return outcome;
    if (!isExpected(outcome.status, expected.status))
        return { kind: "wrong status", expected: expected.status.text };
    if (expected.end !== null)
        return findWrongTarget(expected.end, ending, echoes) ?? asExpected;
    if (expected.text === null || search === null)
        return asExpected;
    const verdict = await search.end();
    switch (verdict.kind) {
        case "proven":
            return asExpected;
        case "unproven":
            return { kind: "wrong text", ...expected.text, obstacle: verdict.obstacle };
        case "undecodable":
            return { kind: "no answer", cause: [`the body is not valid ${verdict.coding}, as its Content-Encoding says`] };
    }
}
function findWrongTarget(expected, { outcome, address, step }, echoes) {
    const wrong = { kind: "wrong target", expected: expected.shown };
    const isLost = step === null && outcome.kind === "answer" && isRedirect(outcome.status);
    if (isLost || step?.kind === "invalid")
        return { ...wrong, leadsTo: null, differsIn: null };
    const end = step === null ? address : step.address;
    const parts = differingParts(end, expected.address);
    if (parts === null)
        return null;
    return { ...wrong, leadsTo: echoes.hide(end), differsIn: parts === "address" ? null : parts };
}
/** What a judgement means for the result; `status` is that of the answer, if there was one. */
function outcomeOf(judgement, status) {
    const answer = nameStatus(status);
    switch (judgement.kind) {
        case "as expected":
            return { state: "OK", status, message: "" };
        case "wrong status":
            return { state: "NOK", status, message: `${answer}, expected ${judgement.expected}` };
        case "wrong text":
            return { state: "NOK", status, message: `${answer}, ${describeText(judgement)}` };
        case "wrong target":
            return { state: "NOK", status, message: `${answer}, ${describeTarget(judgement)}` };
        case "no answer":
            return { state: "ERR", status: null, message: plain(judgement.cause) };
        case "mistake":
            return { state: "ERR", status: null, message: judgement.problem };
        case "cancelled":
            return { state: "ERR", status: null, message: plain(judgement.cause ?? ["not checked (cancelled)"]) };
    }
}
function describeText({ unwanted, obstacle }) {
    if (obstacle === null)
        return unwanted ? "unwanted text found" : "text not found";
    return `${unwanted ? "unwanted text not ruled out" : "text not found"}: ${obstacle}`;
}
function describeTarget({ leadsTo, expected, differsIn }) {
    const only = differsIn === null ? "" : ` (${difference(differsIn)})`;
    const where = leadsTo === null ? "no http(s) URI" : shortAddress(leadsTo);
    return `leads to ${where}, expected ${expected}${only}`;
}

;// CONCATENATED MODULE: ./lib/check/retry-after.js

/**
 * The time, on the clock of `now`, before which a 429 or 503 asks not to be asked again (Retry-After: RFC 9110, section
 * 10.2.3); null: none.
 */
function retryTime(status, headers) {
    const value = headers["retry-after"];
    if (value === undefined || (status !== 429 && status !== 503))
        return null;
    const ms = /^\d+$/.test(value) ? Number(value) * 1000 : parseHttpDate(value) - Date.now();
    return Number.isNaN(ms) ? null : now() + ms;
}
/**
 * Any of the three forms of RFC 9110, section 5.6.7, as milliseconds since 1970; NaN for anything else. All are in GMT.
 */
function parseHttpDate(text) {
    // The form of asctime does not name its zone, and would be read as local time.
    const isAsctime = /^[A-Z][a-z]{2} [A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d \d{4}$/.test(text);
    return Date.parse(isAsctime ? `${text} GMT` : text);
}

;// CONCATENATED MODULE: ./lib/check/charset.js
/** A decoder for a charset of the Encoding Standard, by any of its labels; null for an unknown one. */
function decoderFor(label) {
    try {
        return new TextDecoder(label);
    }
    catch {
        return null;
    }
}
// https://encoding.spec.whatwg.org/#bom-sniff
function markedCharset(head) {
    if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf)
        return "utf-8";
    if (head[0] === 0xfe && head[1] === 0xff)
        return "utf-16be";
    if (head[0] === 0xff && head[1] === 0xfe)
        return "utf-16le";
    return null;
}
/** Turns bytes that come in pieces into text. A byte order mark decides the charset, else whoever asks does. */
class TextReader {
    #choose;
    #headBytes;
    #head = null;
    #decoder = null;
    /** `choose` gets the first `headBytes` (at least 3) of a text without a byte order mark, or all of a shorter one. */
    constructor(choose, headBytes = 3) {
        this.#choose = choose;
        this.#headBytes = headBytes;
    }
    /** The text of the next bytes: none until there are enough to choose a charset. */
    read(bytes) {
        if (this.#decoder !== null)
            return this.#decoder.decode(bytes, { stream: true });
        const head = this.#head === null ? bytes : Buffer.concat([this.#head, bytes]);
        this.#head = head;
        return head.length < this.#headBytes ? "" : this.#start(head);
    }
    /** What is left of the text. */
    end() {
        const start = this.#decoder === null && this.#head !== null ? this.#start(this.#head) : "";
        return start + (this.#decoder?.decode() ?? "");
    }
    #start(head) {
        const marked = markedCharset(head);
        this.#decoder = marked === null ? this.#choose(head) : new TextDecoder(marked);
        this.#head = null;
        return this.#decoder.decode(head, { stream: true });
    }
}

;// CONCATENATED MODULE: external "node:stream"
const external_node_stream_namespaceObject = require("node:stream");
;// CONCATENATED MODULE: ./lib/check/decode.js

// RFC 9110, section 8.4.1; x-gzip is an old name of gzip. Not zstd: Node does not notice that such a stream was cut.
const readable = new Map([
    ["gzip", "gzip"],
    ["x-gzip", "gzip"],
    ["deflate", "deflate"],
    ["br", "br"],
]);
// curl's limit (MAX_ENCODE_STACK). Each coding has a window in memory, brotli's takes up to 16 MiB.
const maxCodings = 5;
/** Reads Content-Encoding (RFC 9110, section 8.4). `obstacle` is a sentence of ours, harmless to print. */
function readCodings(declared = "") {
    const names = declared
        .toLowerCase()
        .split(",")
        .map((name) => name.trim())
        .filter((name) => name !== "" && name !== "identity");
    if (names.length > maxCodings)
        return { kind: "unreadable", obstacle: `the body has more than ${maxCodings} content codings` };
    const codings = [];
    for (const name of names.reverse()) {
        const coding = readable.get(name);
        if (coding === undefined)
            return { kind: "unreadable", obstacle: nameUnreadable(name) };
        codings.push(coding);
    }
    return { kind: "readable", codings };
}
// https://www.iana.org/assignments/http-parameters, the rest of its content codings. A server could give back what it
// was sent as any other name.
const known = /^(?:aes128gcm|compress|x-compress|dcb|dcz|exi|pack200-gzip|zstd)$/;
function nameUnreadable(name) {
    return known.test(name) ? `the body is coded in ${name}` : "the body has an unknown content coding";
}
/** The body is not valid in its coding, or was cut in the middle of it. */
class CodingError extends Error {
    coding;
    constructor(coding, cause) {
        super("not valid in its content coding", { cause });
        this.coding = coding === "maybe gzip" ? "gzip" : coding;
    }
}
/** There is more of the body than the limit. Thrown once everything up to the limit was handed on. */
class TooLongError extends Error {
}
/**
 * Takes the codings off a body. Hands on at most `maxBytes` and stops there, whatever the ratio: at no stage are more
 * bytes decoded. Throws a `CodingError` or a `TooLongError`. An empty body is valid in every coding.
 */
function decode(body, { codings, maxBytes }) {
    return codings.reduce((bytes, coding) => limit(takeOff(coding, bytes), maxBytes), limit(body, maxBytes));
}
async function* limit(source, maxBytes) {
    let room = maxBytes;
    for await (const bytes of source) {
        if (bytes.length > room) {
            yield bytes.subarray(0, room);
            throw new TooLongError();
        }
        room -= bytes.length;
        yield bytes;
    }
}
async function* takeOff(coding, source) {
    const rest = source[Symbol.asyncIterator]();
    const head = await readHead(rest);
    if (head.length === 0)
        return;
    const whole = putBack(head, rest);
    const decoder = openDecoder(coding, head);
    if (decoder === null)
        return yield* whole;
    try {
        // Its callback may be empty: an error in the source or in the decoder reaches whoever reads the decoder.
        const decoded = (0,external_node_stream_namespaceObject.pipeline)(whole, decoder, () => { });
        yield* decoded;
    }
    catch (error) {
        throw error instanceof CodingError || error instanceof TooLongError ? error : new CodingError(coding, error);
    }
}
/** The first two bytes and what came with them; fewer if there are no more. */
async function readHead(source) {
    let head = Buffer.alloc(0);
    while (head.length < 2) {
        const next = await source.next();
        if (next.done)
            break;
        head = Buffer.concat([head, next.value]);
    }
    return head;
}
async function* putBack(head, rest) {
    yield head;
    yield* { [Symbol.asyncIterator]: () => rest };
}
// Loaded on first use: most lists have no text to look for in a coded body.
const loadZlib = () => process.getBuiltinModule("node:zlib");
// Fewer trips to Node's threads than with its 16 KiB.
const chunkSize = 64 * 1024;
function openDecoder(coding, head) {
    switch (coding) {
        case "gzip":
            return loadZlib().createGunzip({ chunkSize });
        case "maybe gzip":
            // RFC 1952, section 2.3.1
            return head.readUInt8(0) === 0x1f && head[1] === 0x8b ? loadZlib().createGunzip({ chunkSize }) : null;
        case "deflate":
            return hasZlibHeader(head) ? loadZlib().createInflate({ chunkSize }) : loadZlib().createInflateRaw({ chunkSize });
        case "br":
            return loadZlib().createBrotliDecompress({ chunkSize });
    }
}
/** Some send `deflate` without the header that RFC 9110, section 8.4.1.2, asks for; browsers and curl take both. */
function hasZlibHeader(head) {
    // RFC 1950, section 2.2: the method is 8, and the first two bytes are a multiple of 31.
    return head.length > 1 && (head.readUInt8(0) & 15) === 8 && head.readUInt16BE(0) % 31 === 0;
}
/** Hands a body that is pushed in chunks to a function that pulls it. */
class Inlet {
    /** Whether the function has returned or thrown: it takes nothing more. */
    isDone = false;
    #body = new external_node_stream_namespaceObject.PassThrough();
    #result;
    #done;
    constructor(consume) {
        this.#result = consume(this.#body);
        const close = () => {
            this.isDone = true;
            this.#body.destroy();
        };
        this.#done = this.#result.then(close, close);
    }
    /** Resolves when there is room for the next chunk, or when nothing more is taken. Never rejects. */
    async write(chunk) {
        if (this.isDone)
            return;
        // A stream that is destroyed may keep the callback of its last write: hence the race.
        await Promise.race([new Promise((resolve) => this.#body.write(chunk, () => resolve())), this.#done]);
    }
    /** Says that the body is complete; what the function returns or throws. */
    end() {
        this.#body.end();
        return this.#result;
    }
}

;// CONCATENATED MODULE: ./lib/check/search.js


/** At most this much of a body is searched, after decoding. */
const maxBytes = 1024 * 1024;
const whole = { kind: "whole" };
const firstMebibyte = { kind: "first MiB" };
/** A case-sensitive search for a text in the first MiB of a body that comes in chunks. */
class Search {
    /** A longer body than the first MiB is of no use to a search. */
    wantsMore = false;
    #text;
    #unwanted;
    #found = false;
    #reader;
    // Only for a body that is coded.
    #inlet = null;
    #obstacle = null;
    #extent = whole;
    #room = maxBytes;
    // The end of what was read: the text may begin in one chunk and end in the next.
    #tail = "";
    /**
     * `unwanted`: the body is to be without the text. It is read in the charset of its byte order mark, else in the one
     * that the headers of the answer declare (RFC 9110, section 8.3.2), else in UTF-8.
     */
    constructor({ text, unwanted }, headers) {
        this.#text = text;
        this.#unwanted = unwanted;
        this.#reader = new TextReader(() => declaredDecoder(headers["content-type"]));
        const codings = readCodings(headers["content-encoding"]);
        if (codings.kind === "unreadable")
            this.#obstacle = codings.obstacle;
        else if (codings.codings.length > 0)
            this.#inlet = new Inlet((body) => this.#searchDecoded(body, codings.codings));
    }
    /** Takes the next chunk; what is past 1 MiB is not searched. Wait for a promise before the next one. */
    read(chunk) {
        if (this.#obstacle !== null) {
            // An empty body is an empty text in any coding.
            if (chunk.length > 0)
                this.#extent = { kind: "unread", obstacle: this.#obstacle };
            return;
        }
        if (this.#inlet !== null)
            return this.#inlet.write(chunk);
        if (chunk.length > this.#room)
            this.#extent = firstMebibyte;
        if (this.#room > 0)
            this.#look(chunk.length > this.#room ? chunk.subarray(0, this.#room) : chunk);
        this.#room = Math.max(this.#room - chunk.length, 0);
    }
    /** The body is complete, or more of it was sent than is read. */
    async end() {
        const extent = this.#inlet === null ? this.#extent : await this.#inlet.end();
        if (extent.kind === "undecodable")
            return extent;
        this.#find(this.#reader.end());
        if (extent.kind === "unread")
            return { kind: "unproven", obstacle: extent.obstacle };
        if (this.#found)
            return this.#unwanted ? { kind: "unproven", obstacle: null } : { kind: "proven" };
        if (extent.kind === "first MiB")
            return { kind: "unproven", obstacle: "only the first MiB was searched" };
        return this.#unwanted ? { kind: "proven" } : { kind: "unproven", obstacle: null };
    }
    /** Reads on after a match: a body that is not valid in its coding is no answer. */
    async #searchDecoded(body, codings) {
        try {
            for await (const bytes of decode(body, { codings, maxBytes }))
                this.#look(bytes);
            return whole;
        }
        catch (error) {
            if (error instanceof TooLongError)
                return firstMebibyte;
            if (error instanceof CodingError)
                return { kind: "undecodable", coding: error.coding };
            throw error;
        }
    }
    #look(bytes) {
        if (!this.#found)
            this.#find(this.#reader.read(bytes));
    }
    #find(text) {
        if (this.#found || text === "")
            return;
        const searched = this.#tail + text;
        this.#found = searched.includes(this.#text);
        this.#tail = this.#text.length > 1 ? searched.slice(1 - this.#text.length) : "";
    }
}
function declaredDecoder(contentType = "") {
    const charset = /;\s*charset\s*=\s*"?([^\s";]+)/i.exec(contentType)?.[1];
    return (charset === undefined ? null : decoderFor(charset)) ?? new TextDecoder();
}

;// CONCATENATED MODULE: ./lib/check/check.js










/**
 * Makes one attempt at a URI. Settles within the timeout (two where a kept connection was silent), or at once when the
 * run is cancelled. Rejects only for a bug.
 */
async function checkUri(target, attempt, options) {
    const { expected } = target;
    const { status, text } = expected;
    const echoes = echoesOf(target, options);
    const openReader = text === null ? null : (headers) => new Search(text, headers);
    const ending = await follow(target, { status, openReader }, { attempt, echoes, options });
    const judgement = await judge(expected, ending, echoes);
    const strayed = judgement.kind === "as expected" && isStrayed(target, ending);
    const strayedTo = strayed ? echoes.hideHost(ending.address) : null;
    const checked = toChecked(target, attempt, { judgement, ending, strayedTo, named: null });
    return { checked, found: [] };
}
/** The same for a sitemap. */
async function checkSitemap(target, attempt, options) {
    const echoes = echoesOf(target, options);
    const openReader = (headers) => options.pages.openReader(headers, attempt.signal);
    const ending = await follow(target, { status: ok, openReader }, { attempt, echoes, options });
    const taken = await readSitemap(target, ending, { signal: attempt.signal, echoes, options });
    const checked = toChecked(target, attempt, { ...taken, ending, strayedTo: null });
    return { checked, found: taken.found };
}
async function readSitemap(target, { outcome, address, reader }, { signal, echoes, options }) {
    const nothing = { found: [], named: null };
    if (outcome.kind !== "answer")
        return { judgement: outcome, ...nothing };
    if (reader === null)
        return { judgement: { kind: "wrong status", expected: ok.text }, ...nothing };
    const content = await reader.end();
    const taken = content && (await options.pages.take(target, { answeredAt: address, content, echoes, signal }));
    if (taken !== null)
        return taken;
    // It had come in whole, but there was no time to read all of it.
    const failure = { kind: "failure", error: signal.reason, stage: "receive", proxy: null, host: "" };
    return { judgement: noAnswer(failure, options.timeoutMs), ...nothing };
}
/** Whether redirects led to a foreign host, though the line does not say that they do. */
function isStrayed(target, { redirects, address }) {
    return redirects.length > 0 && target.expected.end === null && isForeign(address, target.address);
}
/** Finds what a server may have been sent in what it sends back. Pages on an origin that a server chose get nothing. */
function echoesOf(target, { sharedSecrets }) {
    const secrets = [...sharedSecrets, ...target.secrets];
    return new Echoes(secrets, target.getsHeaders ? originOf(target.address) : null);
}
function toChecked(target, attempt, known) {
    const { judgement, ending, strayedTo, named } = known;
    const { outcome, step, redirects, reused, opened, resent, certificate } = ending;
    const answer = outcome.kind === "answer" ? outcome : null;
    const { durationMs, timings } = attempt.clock.stop();
    const course = { attempts: attempt.number, durationMs, redirects, reused, resent, timings, certificate };
    const isSaidAlready = judgement.kind === "as expected" || judgement.kind === "wrong target";
    return {
        target,
        result: { uri: target.shown, ...outcomeOf(judgement, answer?.status ?? 0), ...course },
        judgement,
        unfollowed: step === null || step.kind === "invalid" || isSaidAlready ? null : step.shown,
        opened,
        strayedTo,
        named,
        retryAt: answer === null || judgement.kind === "as expected" ? null : retryTime(answer.status, answer.headers),
    };
}
/**
 * What is said of a target for which no request was made: a line that is a mistake, or what a cancelled run left over.
 */
function leaveUnchecked(target) {
    const judgement = target.kind === "mistake"
        ? { kind: "mistake", problem: `${target.problem} (${showPlace(target.place)})` }
        : { kind: "cancelled", cause: null };
    return {
        target,
        result: {
            uri: target.shown,
            ...outcomeOf(judgement, 0),
            attempts: 0,
            durationMs: 0,
            redirects: [],
            reused: false,
            resent: false,
            timings: noTimings,
            certificate: null,
        },
        judgement,
        unfollowed: null,
        opened: false,
        strayedTo: null,
        named: null,
        retryAt: null,
    };
}

;// CONCATENATED MODULE: ./lib/check/rounds.js




/** The rounds of a run: the first checks every target, each later one what is not up yet. */
class Rounds {
    #options;
    #deadlines;
    #entries;
    #pages = null;
    #total;
    #begun = 0;
    #retryUntil = Number.POSITIVE_INFINITY;
    constructor(options) {
        this.#options = options;
        this.#deadlines = new Deadlines(options);
        this.#entries = options.targets.map(toEntry);
        this.#total = this.#entries.length;
    }
    /** What is known of every target, in list order and at any time, so that nothing is lost on the way. */
    results() {
        return this.#everyEntry().map(({ target, last }) => last ?? leaveUnchecked(target));
    }
    /** Checks each target, and what it names right after it. Settles early when the run is cancelled. */
    async checkEach() {
        // Before kept connections can have taken the descriptor that reading its file needs.
        if (this.#entries.some(({ target }) => target.kind === "sitemap"))
            await this.#loadPages();
        await this.#makeRound(this.#entries);
    }
    /** What may be wrong with the list, now that all is checked. */
    warnings() {
        return this.#pages?.warnings() ?? [];
    }
    /** Checks again what is not up, in rounds, until all is up or `retryForMs` is over. */
    async recheck() {
        const { retryForMs, retryDelayMs, cancelled, session } = this.#options;
        let roundEnd = now();
        this.#retryUntil = roundEnd + retryForMs;
        while (retryForMs > 0) {
            const down = this.#everyEntry().filter((entry) => this.#mayRetry(entry));
            const earliest = down.reduce((time, entry) => Math.min(time, this.#dueTime(entry)), Number.POSITIVE_INFINITY);
            const start = Math.max(roundEnd + retryDelayMs, earliest);
            if (start > this.#retryUntil)
                break;
            await pause(start - now(), cancelled);
            if (cancelled.aborted)
                break;
            // Behind a load balancer an open connection may still lead to the old backend.
            session.freshen();
            await this.#makeRound(down.filter((entry) => this.#dueTime(entry) <= start));
            roundEnd = now();
        }
        this.#tellRest();
    }
    /**
     * Up to `concurrency` attempts at once; each worker takes the next target when it is free, so that a slow one holds
     * nobody up.
     */
    async #makeRound(entries) {
        const { concurrency, timeoutMs, cancelled } = this.#options;
        // A stack: what a sitemap names comes right behind it.
        const waiting = entries.toReversed();
        const workers = new Set();
        const work = async () => {
            for (let entry = waiting.pop(); entry !== undefined && !cancelled.aborted; entry = waiting.pop()) {
                // A round may run one timeout past retry-for. A target whose last attempt took longer than what is left is
                // skipped, but never one that was not checked yet.
                if (entry.last !== null && now() + entry.last.result.durationMs > this.#retryUntil + timeoutMs)
                    continue;
                for (const found of (await this.#attempt(entry)).toReversed())
                    waiting.push(found);
                employ();
            }
        };
        const employ = () => {
            while (workers.size < concurrency && waiting.length > 0) {
                const worker = work().finally(() => workers.delete(worker));
                workers.add(worker);
            }
        };
        employ();
        while (workers.size > 0)
            await Promise.all(workers);
    }
    /** Makes one attempt at a target, and returns what it named for the first time. */
    async #attempt(entry) {
        const visit = await this.#visit(entry);
        const found = visit.found.map(toEntry);
        if (found.length > 0)
            entry.named = [...entry.named, ...found];
        this.#total += found.length;
        this.#settle(entry, visit.checked);
        return found;
    }
    async #visit({ target, last }) {
        if (target.kind === "mistake")
            return { checked: leaveUnchecked(target), found: [] };
        const attempt = this.#deadlines.begin((last?.result.attempts ?? 0) + 1);
        try {
            if (target.kind === "uri")
                return await checkUri(target, attempt, this.#options);
            return await checkSitemap(target, attempt, { ...this.#options, pages: await this.#loadPages() });
        }
        finally {
            this.#deadlines.finish(attempt);
        }
    }
    /**
     * Loads what reads sitemaps, with its XML parser; from the second time on it is there. In dist/ it is a file of its
     * own, which is read only for a list with a sitemap.
     */
    async #loadPages() {
        const { Pages: Loaded } = await Promise.resolve(/* import() */).then(__nccwpck_require__.t.bind(__nccwpck_require__, 673, 23));
        this.#pages ??= new Loaded(this.#options.shard);
        return this.#pages;
    }
    #settle(entry, checked) {
        const isFirst = entry.last === null;
        // An attempt that was cancelled tells nothing: what an earlier one found stands.
        if (!isFirst && checked.judgement.kind === "cancelled")
            return;
        if (isFirst)
            this.#begun += 1;
        entry.last = checked;
        entry.willRetry = this.#willRetry(entry);
        const position = isFirst ? this.#begun : null;
        this.#options.listener.attempted(checked, { position, total: this.#total, willRetry: entry.willRetry });
    }
    #willRetry(entry) {
        const { retryForMs, retryDelayMs } = this.#options;
        if (retryForMs === 0 || retryDelayMs > retryForMs || !this.#mayRetry(entry))
            return false;
        return Math.max(now() + retryDelayMs, this.#dueTime(entry)) <= this.#retryUntil;
    }
    #mayRetry({ target, last }) {
        return target.kind !== "mistake" && last?.result.state !== "OK" && !this.#options.cancelled.aborted;
    }
    /**
     * When a target may be asked again. A Retry-After later than `retryUntil` is ignored; otherwise it would never be.
     */
    #dueTime({ last }) {
        const retryAt = last?.retryAt ?? 0;
        return retryAt <= this.#retryUntil ? retryAt : 0;
    }
    /** Says what was left unchecked, and which announced attempts were not made. */
    #tellRest() {
        const { cancelled, listener } = this.#options;
        for (const entry of this.#everyEntry()) {
            if (entry.last === null)
                this.#settle(entry, leaveUnchecked(entry.target));
            else if (entry.willRetry)
                listener.notRetried(entry.last, cancelled.aborted ? "cancelled" : "retry-for is over");
        }
    }
    /** All entries in list order, each followed by what it names. */
    #everyEntry() {
        const withNamed = (entry) => [entry, ...entry.named.flatMap(withNamed)];
        return this.#entries.flatMap(withNamed);
    }
}
const none = [];
function toEntry(target) {
    return { target, last: null, willRetry: false, named: none };
}
/** Waits, but not past an abort. */
async function pause(milliseconds, signal) {
    // Rounded up: a timer may fire within the millisecond before its time.
    const atLeast = Math.ceil(Math.max(milliseconds, 0)) + 1;
    await (0,promises_namespaceObject.setTimeout)(Math.min(atLeast, maxTimerMs), undefined, { signal }).catch(() => { });
}

;// CONCATENATED MODULE: ./lib/guard.js
/**
 * Does `work`, and rejects also for what its promise does not tell: an error thrown in an event listener, a promise
 * that nobody awaits, and a promise that nothing will settle, with which Node would end without a word.
 */
async function guard(work) {
    let stop = () => { };
    const broken = new Promise((_, reject) => {
        const onNothingLeft = () => reject(new Error("it came to an end before all was done"));
        process.on("uncaughtException", reject);
        process.once("beforeExit", onNothingLeft);
        stop = () => {
            process.off("uncaughtException", reject);
            process.off("beforeExit", onNothingLeft);
        };
    });
    try {
        await Promise.race([work(), broken]);
    }
    finally {
        stop();
    }
}

;// CONCATENATED MODULE: ./lib/inputs/mistakes.js

const secondUri = "a second URI on the line: one URI per line";
const folded = `${secondUri} (in YAML: |, not >)`;
const comment = "a comment needs its own line, with a # in front";
const foldedComment = `${comment} (in YAML: |, not >)`;
const listMark = "write it without the list mark";
const method = "every check is a GET, and only GET: write the URI alone";
/** What a line starts with where its URI should be. */
const insteadOfUri = [
    { pattern: /^!?\[[^\]]*\]\s*[([:]/, problem: "a Markdown link: write the URI alone" },
    { pattern: /^(?:[[\]{}]|(["'])[^"']*\1\s*,\s*["'])/, problem: "a JSON list: write one URI per line, without quotes" },
    { pattern: /^\\?["'`\u2018-\u201f\u00ab\u2039]/, problem: "write it without quotes" },
    { pattern: /^[<(]+\s*https?:/i, problem: "write it without brackets" },
    {
        pattern: /^(?:[-*+\u00b7\u2013\u2014\u2022\u2023\u25aa\u25e6]|\(?\d{1,6}[.)])(?:\s|["'<[(]*https?:|\/)/i,
        problem: listMark,
    },
    { pattern: /^sitemap\b/i, problem: "write: sitemap URI, in lower case and without a colon" },
    { pattern: /^(?:get|head|post|put|patch|delete|options|trace|connect|curl|wget)[\s:]/i, problem: method },
    { pattern: /^(?:\/\/|--|;)(?!\S)/, problem: comment },
    { pattern: /^[1-9](?:\d\d|xx)\s/i, problem: "write the status behind the URI" },
];
/** Says what is wrong with a line that starts with neither http:// nor https://. */
function describeNoUri(line) {
    return `not an http(s) URI: ${find(insteadOfUri, line) ?? "it must start with http:// or https://"}`;
}
const noBlank = "write the statuses without a blank: 2xx,3xx";
const blanks = "write -> with a blank on either side";
const arrow = "write -> in front of where a redirect leads";
const aStatus = "[1-9](?:\\d\\d|xx)(?:-[1-9]\\d\\d)?";
/** What stands behind a URI where a status or `->` should be. */
const insteadOfStatus = [
    { pattern: /^(?:#|\/\/(?!\S)).*https?:\/\//is, problem: foldedComment },
    { pattern: /^(?:#|(?:\/\/|--|;)(?!\S)|<!--|\/\*)/, problem: comment },
    { pattern: new RegExp(`^(?:${aStatus},)+\\s+${aStatus}`, "i"), problem: noBlank },
    { pattern: /^(?:=>|-->|>|[\u2190-\u21ff\u27f5-\u27ff])/, problem: arrow },
    { pattern: /^\S{0,100}->/, problem: blanks },
    { pattern: /^(?:get|head|post|put|patch|delete|options)(?!\S)/i, problem: method },
    { pattern: /^!/, problem: "write the status in front of the text: URI 200 !text" },
];
/** Says what is wrong with what follows a URI and is neither a status nor `->`. */
function describeNoStatus(rest, accepted) {
    const found = find(insteadOfStatus, rest);
    if (found !== null)
        return `the second word is not a status: ${found}`;
    if (/^(?:\/|www\.|\S*:\/\/)/i.test(rest))
        return folded;
    return `the second word is not a status: one URI per line, and after it ${accepted}, then a text to look for`;
}
/** What a text starts with that was not meant as one. */
const insteadOfText = [
    { pattern: new RegExp(`^,\\s*${aStatus}`, "i"), problem: noBlank },
    { pattern: /^->(?:https?:\/\/|\/)/i, problem: blanks },
    { pattern: /^(?:=>|-->|>|[\u2190-\u21ff\u27f5-\u27ff])\s*(?:https?:\/\/|\/)/i, problem: arrow },
    { pattern: /^sitemap\s+(?:https?:\/\/|\/)/, problem: folded },
];
/** How a line starts. */
const aUri = /^https?:\/\//i;
/** How a line of a list with `base-uri` starts. */
const aUriOrPath = /^(?:https?:\/\/|\/(?!\/))/i;
// What may have stood between two lines: a blank of YAML, a typed line break, or the separator of another tool.
const lineBreaks = /\s|\\[nr]|[,;|](?=https?:\/\/)/i;
/** Says why a text is none, such as one that holds a line which starts like `start`; null where nothing is wrong. */
function findTextMistake(text, start) {
    const isUnwanted = text.startsWith("!");
    const words = text
        .replace(/^!/, "")
        .split(lineBreaks)
        .filter((word) => word !== "");
    const folds = words.some((word, index) => {
        const next = words[index + 1];
        // A text that must not be there is not there either where it has swallowed a line.
        if (next === undefined)
            return isUnwanted ? index > 0 && start.test(word) : index === 0 && aUri.test(word);
        if (next === "->" || parseExpectedStatus(next) !== undefined)
            return start.test(word);
        return aUri.test(word) && aUri.test(next);
    });
    if (folds)
        return folded;
    if (words.at(-2) === "->" && aUriOrPath.test(words.at(-1) ?? ""))
        return "a text and -> on one line: write two lines";
    return find(insteadOfText, text);
}
/**
 * Finds a second http(s) URI that is glued to the first by the separator of another tool, or by a line break that was
 * typed as `\n` or `%0A`. A query may hold anything, and a path may hold a URI behind a slash, as archives have it.
 */
function findGluedUri(word) {
    const [path = ""] = word.split("?", 1);
    if (/(?:[,;|\u3001\uff0c\uff1b\uff5c]|\\[nrt]|%0[ad])["'<([]*https?(?::|%3a)(?:\/|%2f){2}/i.test(path))
        return secondUri;
    if (/^https?:\/\/[^/#]*https?:\/\//i.test(path))
        return "two schemes: one URI per line, with one http:// or https://";
    return /\\[nr]$/.test(path) ? "a line break typed as \\n is none: one URI per line" : null;
}
/** Finds a second path that is glued to the first, on a line that follows `base-uri`. */
function findGluedPath(word) {
    const [path = ""] = word.split("?", 1);
    return /(?:[,;|]|\\[nr]|%0[ad])\//i.test(path) ? secondUri : null;
}
function find(table, text) {
    return table.find(({ pattern }) => pattern.test(text))?.problem ?? null;
}

;// CONCATENATED MODULE: ./lib/inputs/address.js



// One for all addresses without any, of which there may be thousands.
const noSecrets = [];
const notUri = "not an http(s) URI: it must start with http:// or https://";
/** Parses an http(s) URI, or a path that follows `base` (null: there is no `base-uri`). */
function parseAddress(word, base) {
    return word.startsWith("/") ? joinAddress(word, base) : parseUri(word);
}
function joinAddress(path, base) {
    if (path.startsWith("//"))
        return { problem: "not an http(s) URI: write http:// or https:// in front, or one / alone" };
    if (base === null)
        return { problem: "a line that starts with / needs the input base-uri" };
    const problem = findGluedUri(path) ?? findGluedPath(path);
    if (problem !== null)
        return { problem };
    const { prefix, authorization, secrets } = base;
    const shown = prefix + path;
    const url = toUrl(shown);
    return url === null ? { problem: "not a valid path" } : { address: url.href, shown, authorization, secrets };
}
function parseUri(word) {
    // A backslash is a slash to a URL: https://url.spec.whatwg.org/#authority-state
    const [, authority, rest = ""] = /^https?:\/\/[\\/]*([^\\/?#]*)(.*)$/is.exec(word) ?? [];
    if (authority === undefined)
        return { problem: notUri };
    const url = toUrl(word);
    if (url?.hostname.includes(","))
        return { problem: "a comma in the host: one URI per line" };
    const glued = findGluedUri(word);
    if (glued !== null)
        return { problem: glued };
    if (rest.includes("@") &&
        (authority.includes("@") || authority.endsWith(":") || (url === null && authority.includes(":")))) {
        return { problem: "an @ behind the host: percent-encode @ / ? # in user and password" };
    }
    // DOMAIN\user
    if (/^\\.*@/s.test(rest)) {
        return { problem: "a \\ in front of an @: percent-encode @ / ? # \\ in user and password" };
    }
    if (url === null)
        return { problem: "not a valid URI" };
    return withoutCredentials(word, url);
}
function withoutCredentials(word, url) {
    const { shown, secrets: typed } = hideUserinfo(word);
    const parsed = addressOf(url);
    // Mostly it is what was typed, and then one text in memory does for both.
    const address = parsed === shown ? shown : parsed;
    const { username, password } = url;
    if (username === "" && password === "")
        return { address, shown, authorization: null, secrets: noSecrets };
    const { header, secrets } = basicCredentials(username, password);
    return { address, shown, authorization: header, secrets: [...new Set([...secrets, ...typed])] };
}
/** What `parseBase` accepts, for error messages. */
const acceptedBases = "an http(s) URI without query and fragment";
/** Parses the `base-uri` input. */
function parseBase(text) {
    if (/\s/.test(text))
        return { problem: "a blank in it" };
    const address = parseUri(text);
    if ("problem" in address)
        return address;
    if (/[?#]/.test(address.shown))
        return { problem: "it has a query or a fragment" };
    const { shown, authorization, secrets } = address;
    return { prefix: shown.replace(/[\\/]$/, ""), authorization, secrets };
}
/** The base of paths on the origin of an address, without credentials. */
function originBase({ address }) {
    return { prefix: originOf(address), authorization: null, secrets: noSecrets };
}

;// CONCATENATED MODULE: ./lib/inputs/quote.js


/** A value as an error shows it: in quotes, on one line, without credentials, and cut when it is long. */
function quote(value) {
    const line = plainText(mayHoldPassword(value) ? hideCredentials(value).shown : value);
    return JSON.stringify(cut(line, 200));
}

;// CONCATENATED MODULE: ./lib/inputs/proxies.js



/** An IPv6 address loses the brackets of a URI (RFC 3986, section 3.2.2); without a port it is the scheme's own. */
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
    const broken = (problem) => {
        return { proxy: { kind: "broken", problem }, secrets: hideCredentials(address).secrets };
    };
    const withScheme = address.includes("://") ? address : `http://${address}`;
    // To a URL these end the host, and what was meant as a password would be the path behind a wrong one.
    if (/^\w+:\/\/[^/]*(?:[\\?#]|\/.*@)/s.test(withScheme))
        return broken("has one of @ / ? # \\ in the wrong place: percent-encode them in user and password");
    const url = toUrl(withScheme);
    if (url === null || !/^https?:$/.test(url.protocol))
        return broken("is not the address of an http(s) proxy");
    const credentials = url.username === "" && url.password === "" ? null : basicCredentials(url.username, url.password);
    const proxy = { kind: "proxy", ...endpointOf(url), authorization: credentials?.header ?? null };
    return { proxy, secrets: credentials?.secrets ?? [] };
}
/** Reads the four names that @actions/http-client reads, in its order, and warns of what `NO_PROXY` cannot mean. */
function readProxies(env) {
    const http = parseProxy(env["http_proxy"] || env["HTTP_PROXY"] || "");
    const https = parseProxy(env["https_proxy"] || env["HTTPS_PROXY"] || "");
    const isUsed = http.proxy !== null || https.proxy !== null;
    const bypass = isUsed ? env["no_proxy"] || env["NO_PROXY"] || "" : "";
    return {
        proxies: { http: http.proxy, https: https.proxy },
        secrets: [...http.secrets, ...https.secrets, ...hideCredentials(bypass).secrets],
        warnings: findDeadBypasses(bypass),
    };
}
// Enough to see what is wrong with a whole list of them.
const maxShown = 5;
/** Says which entries of `NO_PROXY` match no host that a URL can have, by the rule of @actions/http-client. */
function findDeadBypasses(noProxy) {
    const dead = noProxy
        .split(",")
        .map((entry) => entry.trim())
        .filter((entry) => entry !== "" && !canMatch(entry));
    if (dead.length === 0)
        return [];
    const shown = dead.slice(0, maxShown).map((entry) => quote(hideCredentials(entry).shown));
    if (dead.length > maxShown)
        shown.push(`${dead.length - maxShown} more`);
    return [
        `NO_PROXY (or no_proxy): ${shown.join(", ")} can match no host; ` +
            "accepted: example.com (subdomains too), .example.com, example.com:8443, [::1] or *, separated by commas",
    ];
}
/** An entry is compared with the end of host and host:port, as a URL writes them. */
function canMatch(entry) {
    if (entry === "*")
        return true;
    if (/[*;\s@%]/.test(entry))
        return false;
    // The end of an IPv4 address, such as .1.5, is one of a host; its beginning, such as 10., is not.
    if (/^[\d.]+(?::\d+)?$/.test(entry))
        return !entry.endsWith(".");
    const [, host = "", port = "80"] = /^\.?(.*?)(?::(\d{1,5}))?$/.exec(entry) ?? [];
    const url = /[/?#\\]/.test(host) ? null : toUrl(`http://${host}`);
    return url?.hostname === host.toLowerCase() && Number(port) <= 65_535;
}

;// CONCATENATED MODULE: ./lib/inputs/connect-to.js




const accepted = 'one "host[:port] target[:port]" per line, an IPv6 address in brackets';
/** Parses the `connect-to` input; blank lines and comments are skipped, and all problems are found at once. */
function parseMappings(input) {
    const mappings = [];
    const problems = [];
    const secrets = [];
    const lineOf = new Map();
    for (const [index, line] of input.split(/\r\n|\n|\r/).entries()) {
        const text = line.trim();
        if (text === "" || text.startsWith("#"))
            continue;
        const number = index + 1;
        const hidden = hideCredentials(text);
        secrets.push(...hidden.secrets);
        const refuse = (problem) => {
            problems.push(`connect-to: line ${number}: ${quote(hidden.shown)} is not accepted: ${problem}; accepted: ${accepted}`);
        };
        const mapping = parseMapping(text);
        if ("problem" in mapping) {
            refuse(mapping.problem);
            continue;
        }
        const key = `${mapping.host} ${mapping.port}`;
        const first = lineOf.get(key);
        if (first !== undefined)
            refuse(`line ${first} names the same host`);
        else
            lineOf.set(key, number);
        mappings.push(mapping);
    }
    return { mappings, problems, secrets };
}
function parseMapping(line) {
    const [from = "", to, ...others] = line.split(/\s+/);
    if (to === undefined || others.length > 0)
        return { problem: "it is not two words" };
    const host = parseHostPort(from);
    if ("problem" in host)
        return host;
    const target = parseHostPort(to);
    return "problem" in target ? target : { ...host, target, shown: line };
}
function parseHostPort(word) {
    if (/[/\\?#@%*,;|]/.test(word))
        return { problem: "write a host alone, without scheme, path, user, * or separator" };
    const [, name, digits] = /^(\[[^[\]]*\]|[^:[\]]+)(?::(\d{1,5}))?$/.exec(word) ?? [];
    if (name === undefined) {
        return { problem: word.split(":").length > 2 ? "write an IPv6 address in brackets" : "write host or host:port" };
    }
    const port = digits === undefined ? null : Number(digits);
    if (port !== null && (port < 1 || port > 65_535))
        return { problem: "a port is a number from 1 to 65535" };
    const url = toUrl(`http://${name}/`);
    return url === null ? { problem: "this is no host" } : { host: endpointOf(url).host, port };
}
/** The mapping for a host and a port, or null. One that names the port wins over one that does not. */
function findMapping({ host, port }, mappings) {
    const sameHost = mappings.filter((mapping) => mapping.host === host);
    return sameHost.find((mapping) => mapping.port === port) ?? sameHost.find((mapping) => mapping.port === null) ?? null;
}

;// CONCATENATED MODULE: external "node:fs"
const external_node_fs_namespaceObject = require("node:fs");
;// CONCATENATED MODULE: ./lib/inputs/line.js




/** Parses a list. Its lines are trimmed (of a byte order mark too); blank ones and comments are skipped. */
function parseList(text, file, defaults) {
    const targets = [];
    const emptyTexts = [];
    for (const [index, typed] of text.split(/\r\n|\n|\r/).entries()) {
        const line = typed.trim();
        if (line === "" || line.startsWith("#"))
            continue;
        const place = { file, line: index + 1 };
        targets.push(line_parseLine(line, place, defaults));
        if (/[ \t]$/.test(typed) && endsWithStatus(line))
            emptyTexts.push(place);
    }
    return { targets, emptyTexts };
}
function endsWithStatus(line) {
    const [, status = ""] = /^(?:sitemap\s+)?\S+\s+(\S+)$/.exec(line) ?? [];
    return parseExpectedStatus(status) !== undefined;
}
/**
 * Parses one trimmed, non-empty line: `URI [status [text | !text]]`, `URI [status] [-> URI]`, or the first of them
 * behind the word `sitemap`. Never throws: a line that cannot be checked becomes a `Mistake`, so that the others still
 * are.
 */
function line_parseLine(line, place, defaults) {
    const [, sitemap] = /^sitemap(?:\s+(.+))?$/s.exec(line) ?? [];
    const target = sitemap === undefined ? line_parseUri(line, place, defaults) : parseSitemap(sitemap, place, defaults);
    return "problem" in target ? { kind: "mistake", place, problem: target.problem, ...hideCredentials(line) } : target;
}
function line_parseUri(line, place, defaults) {
    const parsed = parseParts(line, defaults);
    if ("problem" in parsed)
        return parsed;
    const { address, shown, authorization, secrets } = parsed.address;
    const { expected } = parsed;
    return { kind: "uri", place, address, shown, authorization, secrets, getsHeaders: true, expected };
}
function parseSitemap(line, place, defaults) {
    const parsed = parseParts(line, defaults);
    if ("problem" in parsed)
        return parsed;
    const { address, isRelative, expected: pages } = parsed;
    if (pages.end !== null)
        return { problem: "-> says where one redirect leads, and a sitemap has many pages" };
    return { kind: "sitemap", place, ...address, getsHeaders: true, pages, isRelative, isNested: false };
}
/** Parses a URI or a path, and all that follows it. */
function parseParts(line, { base, expected: byDefault }) {
    const { word, rest } = splitWord(line);
    if (!/^(?:https?:\/\/|\/(?!\/$))/i.test(word))
        return { problem: describeNoUri(line) };
    const address = parseAddress(word, base);
    if ("problem" in address)
        return address;
    const isRelative = word.startsWith("/");
    const expected = parseExpectation(rest, { address, base: isRelative ? base : null }, byDefault);
    return "problem" in expected ? expected : { address, isRelative, expected };
}
function splitWord(text) {
    const [, word = "", rest = ""] = /^(\S+)\s*(.*)$/s.exec(text) ?? [];
    return { word, rest };
}
/** Parses all that follows the URI of a line. */
function parseExpectation(text, start, byDefault) {
    if (text === "")
        return byDefault;
    const { word, rest } = splitWord(text);
    if (word === "->")
        return parseEnd(rest, start, byDefault.status);
    const status = parseExpectedStatus(word);
    if (status === undefined)
        return { problem: describeNoStatus(text, acceptedStatuses) };
    if (rest === "")
        return { status, text: null, end: null };
    if (/^->(?!\S)/.test(rest))
        return parseEnd(rest.slice("->".length).trim(), start, status);
    const problem = findTextMistake(rest, start.base === null ? aUri : aUriOrPath);
    if (problem !== null)
        return { problem };
    if (!rest.startsWith("!"))
        return { status, text: { text: rest, unwanted: false }, end: null };
    const unwanted = rest.slice(1).trim();
    if (unwanted === "")
        return { problem: "no text behind the !" };
    return { status, text: { text: unwanted, unwanted: true }, end: null };
}
/** Parses the address behind `->`: a path is on the origin of the line, or follows the base that the line follows. */
function parseEnd(text, start, status) {
    const { word, rest } = splitWord(text);
    if (word === "")
        return { problem: "no address behind ->" };
    if (rest !== "")
        return { problem: "nothing may follow the address behind ->" };
    const end = parseAddress(word, start.base ?? originBase(start.address));
    if ("problem" in end)
        return { problem: `the address behind ->: ${end.problem}` };
    if (!word.startsWith("/") && end.authorization !== null)
        return { problem: "the address behind ->: no redirect leads to a user:password@" };
    return { status, text: null, end: { address: end.address, shown: end.shown } };
}

;// CONCATENATED MODULE: ./lib/inputs/list.js





const acceptedLines = 'one "URI [status [text]]" per line, here or in the file that uris-file names';
const acceptedFiles = "the path of a text file in UTF-8, relative to the workspace";
/** Reads the list. That nothing is in it is a problem, unless there is another one that explains it. */
function readList(defaults) {
    const uris = getInput("uris", { trimWhitespace: false });
    const path = getInput("uris-file");
    const own = parseList(uris, null, defaults);
    const file = readUrisFile(path, defaults);
    const warnings = [own, file].flatMap(({ emptyTexts }) => warnOfEmptyTexts(emptyTexts));
    if (file.problem !== null)
        return { targets: own.targets, problems: [file.problem], warnings };
    const targets = [...own.targets, ...file.targets];
    if (path !== "" && own.targets.length > 0 && file.targets.length === 0) {
        warnings.push(`uris-file: there is no URI in ${quote(path)}`);
    }
    return { targets, problems: targets.length === 0 ? [list_nothingIn(uris, path)] : [], warnings };
}
function list_nothingIn(uris, file) {
    const misnamed = ["url", "urls", "uri"].find((name) => getInput(name) !== "");
    const hint = misnamed === undefined ? "" : `; \`${misnamed}\` is set, but the input is called \`uris\``;
    // YAML's > makes one line of a list, and a comment at its start then swallows all of it.
    const comments = /https?:\/\//i.test(uris) ? "only comments (in YAML: |, not >)" : "only comments";
    const what = uris.trim() === "" ? "" : `, ${comments}`;
    const inFile = file === "" ? "" : `, and none in ${quote(file)}`;
    return `uris: there is no URI to check${what}${inFile}${hint}; accepted: ${acceptedLines}`;
}
function readUrisFile(path, defaults) {
    const nothing = { targets: [], emptyTexts: [], problem: null };
    if (path === "")
        return nothing;
    const refuse = (problem) => ({ ...nothing, problem: `uris-file: ${quote(path)} ${problem}` });
    let bytes;
    try {
        const stats = (0,external_node_fs_namespaceObject.statSync)(path);
        if (stats.isDirectory())
            return refuse(`cannot be read (EISDIR); accepted: ${acceptedFiles}; this is a folder`);
        // To open a pipe would be to wait for its other end.
        if (!stats.isFile())
            return refuse(`cannot be read; accepted: ${acceptedFiles}; this is no regular file`);
        bytes = (0,external_node_fs_namespaceObject.readFileSync)(path);
    }
    catch (error) {
        const code = error instanceof Error && "code" in error ? String(error.code) : "";
        const reason = reasons[code];
        return refuse(`cannot be read (${code}); accepted: ${acceptedFiles}${reason === undefined ? "" : `; ${reason}`}`);
    }
    const text = list_decode(bytes);
    if (text === null)
        return refuse("is not UTF-8; accepted: a text in UTF-8, or in UTF-16 with a byte order mark");
    return { ...parseList(text, path, defaults), problem: null };
}
// Annotations are few.
const maxEmptyTexts = 3;
function warnOfEmptyTexts(places) {
    return places
        .slice(0, maxEmptyTexts)
        .map((place) => `${showPlace(place)}: nothing stands behind the status: is the text empty?`);
}
const reasons = {
    ENOENT: "there is no such file: is there a checkout step?",
    ENOTDIR: "there is no such folder: is there a checkout step?",
    EACCES: "the permission to read it is missing",
    EPERM: "the permission to read it is missing",
    ELOOP: "it is a link that leads to itself",
    ENAMETOOLONG: "the name is too long: is it the list itself? that belongs in uris",
};
/** UTF-8, or what the byte order mark says (https://encoding.spec.whatwg.org/#bom-sniff); null for anything else. */
function list_decode(bytes) {
    const mark = bytes.toString("latin1", 0, 2);
    const encoding = mark === "\xff\xfe" ? "utf-16le" : mark === "\xfe\xff" ? "utf-16be" : "utf-8";
    try {
        const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
        // UTF-16 without a mark, or UTF-32: no text has this character.
        return text.includes("\0") ? null : text;
    }
    catch {
        return null;
    }
}

;// CONCATENATED MODULE: ./lib/inputs/shard.js

/** `i/n` with 1 <= i <= n; undefined for anything else. */
function parseShard(text) {
    const [, index, count] = /^([1-9]\d{0,5})\/([1-9]\d{0,5})$/.exec(text) ?? [];
    const shard = { index: Number(index), count: Number(count) };
    return shard.index <= shard.count ? shard : undefined;
}
/**
 * The targets of one shard, in list order: all sitemaps, because each shard checks its part of their pages, and a part
 * of the rest. That is laid out origin by origin and cut into `count` pieces whose sizes differ by one at most.
 * Together they are the whole list, and only the n - 1 cuts can split an origin over two shards, so that all shards
 * open at most n - 1 connections more than one step would.
 */
function takeShard(targets, { index, count }) {
    const byOrigin = new Map();
    for (const target of targets) {
        if (target.kind === "sitemap")
            continue;
        const origin = target.kind === "mistake" ? "" : originOf(target.address);
        const others = byOrigin.get(origin);
        if (others)
            others.push(target);
        else
            byOrigin.set(origin, [target]);
    }
    const grouped = [...byOrigin.values()].flat();
    const cut = (piece) => Math.ceil((grouped.length * piece) / count);
    const chosen = new Set(grouped.slice(cut(index - 1), cut(index)));
    return targets.filter((target) => target.kind === "sitemap" || chosen.has(target));
}

;// CONCATENATED MODULE: ./lib/inputs/settings.js




const settings_aStatus = { accepted: acceptedStatuses, parse: parseExpectedStatus };
const aDuration = { accepted: acceptedDurations, parse: parseDuration, advise: durationAdvice };
const aTimeout = {
    accepted: `${acceptedDurations}, and not 0`,
    parse: (text) => {
        const ms = parseDuration(text);
        return ms === undefined || ms < 1 ? undefined : ms;
    },
    advise: durationAdvice,
};
const aShard = { accepted: "i/n with 1 <= i <= n, such as 2/4", parse: parseShard };
function aNumberFrom(least, noun = "a whole number") {
    return {
        accepted: `${noun} from ${least} up`,
        parse: (text) => {
            const number = /^\d+$/.test(text) ? Number(text) : Number.NaN;
            return Number.isSafeInteger(number) && number >= least ? number : undefined;
        },
    };
}
/**
 * Reads the inputs that are one value each; `given` gets the text of an input by its name. An empty text means the
 * default, and so does one that is not accepted, so that the other inputs can still be read.
 */
function readSettings(given) {
    const read = (name, kind, byDefault) => {
        const text = given(name);
        if (text === "")
            return { value: byDefault, problem: null };
        const value = kind.parse(text);
        if (value !== undefined)
            return { value, problem: null };
        const advice = kind.advise?.(text) ?? null;
        const why = advice === null ? "" : `: ${advice}`;
        return { value: byDefault, problem: `${name}: ${quote(text)} is not accepted${why}; accepted: ${kind.accepted}` };
    };
    const expectedStatus = read("expected-status", settings_aStatus, ok);
    const timeout = read("timeout", aTimeout, 10_000);
    const retryFor = read("retry-for", aDuration, 0);
    const retryDelay = read("retry-delay", aDuration, 5000);
    const maxRedirects = read("max-redirects", aNumberFrom(0), 10);
    const concurrency = read("concurrency", aNumberFrom(1), 1);
    const certificateDays = read("certificate-warning-days", aNumberFrom(0, "a whole number of days"), 14);
    const shard = read("shard", aShard, null);
    const all = [expectedStatus, timeout, retryFor, retryDelay, maxRedirects, concurrency, certificateDays, shard];
    return {
        settings: {
            expectedStatus: expectedStatus.value,
            timeoutMs: timeout.value,
            retryForMs: retryFor.value,
            retryDelayMs: retryDelay.value,
            maxRedirects: maxRedirects.value,
            concurrency: concurrency.value,
            certificateWarningDays: certificateDays.value,
            shard: shard.value,
        },
        problems: all.flatMap(({ problem }) => (problem === null ? [] : [problem])),
    };
}

;// CONCATENATED MODULE: ./lib/inputs/inputs.js












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
/** Reads all inputs. Throws one `InputError` that names everything that is wrong with them. */
function readInputs() {
    // It would change nothing, but Node would warn of it in the log.
    delete process.env["NODE_TLS_REJECT_UNAUTHORIZED"];
    const { settings, problems } = readSettings((name) => getInput(name));
    const { expectedStatus, shard, ...rest } = settings;
    const base = readBase();
    const list = readList({ expected: { status: expectedStatus, text: null, end: null }, base: base.base });
    const headers = parseHeaders(getInput("headers", { trimWhitespace: false }));
    const connectTo = parseMappings(getInput("connect-to", { trimWhitespace: false }));
    const proxies = readProxies(process.env);
    const targets = shard === null ? list.targets : takeShard(list.targets, shard);
    const secrets = unique([
        ...list.targets.flatMap((target) => target.secrets),
        ...base.secrets,
        ...headers.request.secrets,
        ...connectTo.secrets,
        ...proxies.secrets,
    ]);
    const allProblems = [
        ...problems,
        ...base.problems,
        ...list.problems,
        ...firstFew(headers.problems, (more) => `headers: ${more} not accepted either`),
        ...firstFew(connectTo.problems, (more) => `connect-to: ${more} not accepted either`),
    ];
    if (allProblems.length > 0)
        throw new InputError(allProblems, secrets);
    return {
        ...rest,
        shard,
        targets,
        headers: headers.request,
        proxies: proxies.proxies,
        connectTo: connectTo.mappings,
        secrets,
        sharedSecrets: unique([...headers.request.hidden, ...proxies.secrets]),
        warnings: [
            ...list.warnings,
            ...firstFew(headers.warnings, (more) => `headers: ${more} without a value, too`),
            ...(headers.hasCredentials ? credentialsWarning(targets) : []),
            ...retryWarning(settings),
            ...shardWarning(settings, { before: list.targets.length, after: targets.length }),
            ...proxies.warnings,
        ],
    };
}
function unique(secrets) {
    return [...new Set(secrets)].filter((secret) => secret.trim() !== "");
}
function readBase() {
    const text = getInput("base-uri");
    if (text === "")
        return { base: null, secrets: [], problems: [] };
    const base = parseBase(text);
    if (!("problem" in base))
        return { base, secrets: base.secrets, problems: [] };
    const { shown, secrets } = hideCredentials(text);
    const problem = `base-uri: ${quote(shown)} is not accepted: ${base.problem}; accepted: ${acceptedBases}`;
    return { base: null, secrets, problems: [problem] };
}
// Enough to see what is wrong with a block of lines, and not so many that another input is lost among them.
const maxLines = 20;
/** `rest` says what the others are, from `3 more lines are`. */
function firstFew(sentences, rest) {
    const more = sentences.length - maxLines;
    if (more <= 0)
        return [...sentences];
    return [...sentences.slice(0, maxLines), rest(`${count(more, "more line")} ${more === 1 ? "is" : "are"}`)];
}
function credentialsWarning(targets) {
    const origins = new Set(targets.map((target) => (target.kind === "mistake" ? null : originOf(target.address))));
    origins.delete(null);
    if (origins.size < 2)
        return [];
    return [
        `headers holds credentials, and they are sent to all ${origins.size} origins of the list: ` +
            "use a step for each, or user:password@ in the URI that needs them",
    ];
}
function retryWarning({ retryForMs, retryDelayMs }) {
    if (retryForMs === 0 || retryDelayMs <= retryForMs)
        return [];
    return [
        `nothing will be re-checked: retry-delay (${span(retryDelayMs)}) is longer than retry-for (${span(retryForMs)})`,
    ];
}
function shardWarning({ shard }, targets) {
    if (shard === null || targets.after > 0)
        return [];
    const { index, count: parts } = shard;
    return [`shard ${index}/${parts} has nothing to check: there are more parts than URIs (${targets.before})`];
}
/** Reads where the runner wants outputs, summary and report, and which step this is. */
function readEnvironment() {
    const { env } = process;
    const id = env["GITHUB_ACTION"] ?? "";
    return {
        outputFile: env["GITHUB_OUTPUT"] || null,
        summaryFile: env["GITHUB_STEP_SUMMARY"] || null,
        tempFolder: env["RUNNER_TEMP"] || null,
        // A step without an id gets a name from the runner that begins with __.
        stepId: /^(?!__)[A-Za-z0-9_-]+$/.test(id) ? id : null,
    };
}

;// CONCATENATED MODULE: ./lib/report/reasons.js





/** How much of a text that was looked for is shown. */
const maxShownText = 200;
/** Why a URI needs attention, or what else there is to say of it; empty where there is nothing. */
function remarksOn({ checked, expiring }) {
    const remarks = [problem(checked), ...hints(checked)];
    if (expiring !== null)
        remarks.push([`certificate ${expiry(expiring)}`]);
    return remarks
        .filter((remark) => remark.length > 0)
        .flatMap((remark, index) => (index === 0 ? remark : ["; ", ...remark]));
}
/** What is to be said of a URI that is up. */
function hints(checked) {
    const { result, strayedTo, named } = checked;
    if (result.state !== "OK")
        return [];
    const said = [];
    if (named !== null)
        said.push([sitemapWords(named)]);
    if (strayedTo !== null)
        said.push(["ended on ", { foreign: strayedTo }, ": a login page?"]);
    if (result.attempts > 1)
        said.push([`up at attempt ${result.attempts}`]);
    const led = strayedTo === null ? whereItLed(checked) : [];
    return [...said, led];
}
function sitemapWords({ count: number, noun }) {
    return `${noun === "page" ? "sitemap" : "sitemap index"}, ${count(number, noun)}`;
}
/** Why a URI is down. */
function problem(checked) {
    const { target, result, judgement } = checked;
    const status = result.status === null ? "" : nameStatus(result.status);
    switch (judgement.kind) {
        case "as expected":
            return [];
        case "mistake":
            return [target.kind === "mistake" ? target.problem : judgement.problem, ...placeOf(checked)];
        case "cancelled":
            return ["not checked (cancelled)"];
        case "wrong status":
            return [`${status}, expected ${judgement.expected}`, ...after(whereItLed(checked)), ...attemptsOf(checked)];
        case "wrong text":
            return [
                `${status}, but the text `,
                ...wrongText(judgement),
                ...after(whereItLed(checked)),
                ...attemptsOf(checked),
            ];
        case "wrong target":
            return [...wrongTarget(judgement, result.status ?? 0), ...attemptsOf(checked)];
        case "no answer":
            return [...judgement.cause, ...after(whereItLed(checked)), ...attemptsOf(checked)];
    }
}
function wrongText({ text, unwanted, obstacle }) {
    const shown = { foreign: cut(text, maxShownText) };
    if (obstacle === null)
        return [shown, unwanted ? " is there" : " is missing"];
    return [shown, unwanted ? ` may be there (${obstacle})` : ` was not found (${obstacle})`];
}
function wrongTarget({ leadsTo, expected, differsIn }, status) {
    const wanted = [", expected ", { foreign: expected }, differsIn === null ? "" : ` (${difference(differsIn)})`];
    if (leadsTo === null)
        return [`${nameStatus(status)}, leads nowhere`, ...wanted];
    const address = { foreign: shortAddress(leadsTo) };
    const isRedirect = status >= 300 && status < 400;
    return [isRedirect ? `${status} to ` : `${nameStatus(status)}, ended on `, address, ...wanted];
}
/** Where redirects led, or would have led. */
function whereItLed({ result, unfollowed }) {
    const last = result.redirects.at(-1);
    const followed = last === undefined ? [] : ["redirected to ", { foreign: shortAddress(last) }];
    if (unfollowed === null)
        return followed;
    return [
        ...followed,
        followed.length > 0 ? ", redirects to " : "redirects to ",
        { foreign: shortAddress(unfollowed) },
    ];
}
function after(sentence) {
    return sentence.length === 0 ? [] : [", ", ...sentence];
}
function attemptsOf({ result }) {
    return result.attempts > 1 ? [`, after ${result.attempts} attempts`] : [];
}
function placeOf({ target }) {
    const { file, line } = target.place;
    return file === null ? [` (line ${line})`] : [` (line ${line} of `, { foreign: file }, ")"];
}

;// CONCATENATED MODULE: ./lib/report/log.js





// Longer lists show how far they are.
const shortList = 5;
// A longer log is folded:
// https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands#grouping-log-lines
const maxUnfolded = 100;
// Their titles show the progress. Where all is up, there are at most this many.
const maxFolds = 50;
/** Writes a line to the log for each attempt. In a long log what is up stands in folds, and all else between them. */
class Log {
    #linesInFold = 0;
    #hasEnded = false;
    attempted(checked, progress) {
        // After a bug, attempts under way may still end.
        if (this.#hasEnded)
            return;
        const { position, total } = progress;
        const isFolded = total > maxUnfolded && position !== null && isPlain(checked);
        if (!isFolded)
            this.#endFold();
        else if (this.#linesInFold === 0)
            startGroup(`OK from ${position} of ${total}`);
        info(logLine(checked, progress));
        if (!isFolded)
            return;
        this.#linesInFold += 1;
        if (position === total || this.#linesInFold >= Math.max(maxUnfolded, total / maxFolds))
            this.#endFold();
    }
    notRetried({ result }, why) {
        this.#endFold();
        info(`${logText(result.uri)}: not retried: ${why}`);
    }
    /** What follows is not about single attempts. */
    end() {
        this.#endFold();
        this.#hasEnded = true;
    }
    #endFold() {
        if (this.#linesInFold > 0)
            endGroup();
        this.#linesInFold = 0;
    }
}
function isPlain({ result, strayedTo }) {
    return result.state === "OK" && result.attempts === 1 && strayedTo === null;
}
/** The log line of one attempt. */
function logLine(checked, progress) {
    const notes = details(checked, progress);
    const after = notes.length === 0 ? "" : ` (${notes.join(", ")})`;
    return `[${checked.result.state}] ${logText(checked.result.uri)}${answer(checked)}${after}`;
}
/** What stands behind the URI: nothing, or what is wrong. */
function answer({ result, judgement }) {
    if (result.state === "OK")
        return "";
    if (result.state === "ERR")
        return `: ${logText(result.message)}`;
    switch (judgement.kind) {
        case "wrong text":
            return `: ${result.status}, ${log_wrongText(judgement)}`;
        case "wrong target": {
            const where = judgement.leadsTo === null ? "leads nowhere" : `leads to ${address(judgement.leadsTo)}`;
            return `: ${result.status}, ${where}, expected ${logText(judgement.expected)}`;
        }
        default:
            return `: ${result.status}`;
    }
}
function log_wrongText({ unwanted, obstacle }) {
    if (!unwanted)
        return "text not found";
    return obstacle === null ? "unwanted text found" : "unwanted text not ruled out";
}
function details(checked, { position, total, willRetry }) {
    const { result, judgement, named, strayedTo, unfollowed } = checked;
    const notes = [];
    if (total > shortList && position !== null)
        notes.push(`${position}/${total}`);
    if (result.attempts === 0)
        return notes;
    if (named !== null)
        notes.push(sitemapWords(named));
    const attempt = attemptOf(result, willRetry);
    if (attempt !== null)
        notes.push(attempt);
    notes.push(...judgementNotes(judgement), duration(result.durationMs));
    const connection = connectionOf(checked);
    if (connection !== null)
        notes.push(connection);
    const last = result.redirects.at(-1);
    if (last !== undefined)
        notes.push(`redirected to ${address(last)}`);
    if (strayedTo !== null)
        notes.push(`ended on ${logText(strayedTo)}: a login page?`);
    if (unfollowed !== null && judgement.kind !== "wrong target")
        notes.push(`redirects to ${address(unfollowed)}`);
    return notes;
}
function judgementNotes(judgement) {
    switch (judgement.kind) {
        case "wrong status":
            return [`expected ${judgement.expected}`];
        case "wrong text": {
            const text = `"${logText(cut(judgement.text, maxShownText))}"`;
            return judgement.obstacle === null ? [text] : [text, judgement.obstacle];
        }
        case "wrong target":
            return judgement.differsIn === null ? [] : [difference(judgement.differsIn)];
        default:
            return [];
    }
}
function address(shown) {
    return logText(shortAddress(shown));
}
function attemptOf({ state, attempts }, willRetry) {
    if (willRetry)
        return `attempt ${attempts}, will retry`;
    if (attempts === 1)
        return null;
    return state === "OK" ? `up at attempt ${attempts}` : `attempt ${attempts}`;
}
function connectionOf({ result: { reused, resent }, opened }) {
    if (reused)
        return "reused";
    const words = [...(opened ? ["new connection"] : []), ...(resent ? ["resent"] : [])];
    return words.length === 0 ? null : words.join(", ");
}

;// CONCATENATED MODULE: external "node:os"
const external_node_os_namespaceObject = require("node:os");
;// CONCATENATED MODULE: external "node:path"
const external_node_path_namespaceObject = require("node:path");
;// CONCATENATED MODULE: ./lib/report/symbols.js
// By their code points, so that all of dist/index.js is ASCII: otherwise it takes Node twice the memory.
/** The symbols of the summary. */
const symbols = {
    up: "\u2705",
    down: "\u274c",
    warned: "\u26a0\ufe0f",
    orange: "\u{1f7e7}",
    blue: "\u{1f7e6}",
    white: "\u2b1c",
    red: "\u{1f7e5}",
    dot: "\u00b7",
    arrow: "\u2192",
    dash: "\u2013",
};

;// CONCATENATED MODULE: ./lib/report/tables.js





// One endless URI must not push all others out.
const maxRowBytes = 100_000;
const maxOpenRows = 20;
const maxOpenRowsWhenAllIsWell = 10;
const attentionHead = '<tr><th aria-label="Result"></th><th align="left">URI</th><th align="right">Time</th></tr>';
const uncheckedHead = '<tr><th align="right">#</th><th align="left">URI</th></tr>';
const upHead = '<tr><th align="right">#</th><th align="left">URI</th><th align="right">Status</th>' +
    '<th align="right">Time</th><th align="left">Connection</th></tr>';
/** The tables, in at most about `maxBytes`: what is up is left out first, what needs attention last. */
function renderTables(groups, maxBytes) {
    const attention = takeRows(groups.attention, attentionRow, maxBytes);
    const unchecked = takeRows(groups.unchecked, uncheckedRow, maxBytes - attention.bytes);
    const up = takeRows(groups.up, upRow, maxBytes - attention.bytes - unchecked.bytes);
    const total = groups.attention.length + groups.unchecked.length + groups.up.length;
    const note = ({ leftOut }) => noteOn(leftOut, total);
    return (renderAttention(attention, note(attention)) +
        renderUnchecked(unchecked, groups.unchecked.length, note(unchecked)) +
        renderUp(up, groups, note(up)));
}
/** Takes rows from the beginning of a list until they are too many; a row that is too long by itself is skipped. */
function takeRows(rows, render, maxBytes) {
    const lines = [];
    let bytes = 0;
    for (const row of rows) {
        const line = render(row);
        const size = Buffer.byteLength(line);
        if (size > maxRowBytes)
            continue;
        if (bytes + size > maxBytes)
            break;
        bytes += size;
        lines.push(line);
    }
    return { lines, bytes, leftOut: rows.length - lines.length };
}
function noteOn(leftOut, total) {
    if (leftOut === 0)
        return "";
    const rows = leftOut === 1 ? "1 row is" : `${leftOut} rows are`;
    return `${rows} not shown: the log and the report folder have all ${total}.\n\n`;
}
function renderAttention({ lines, leftOut }, note) {
    const open = table(attentionHead, lines.slice(0, maxOpenRows));
    const more = lines.length - maxOpenRows;
    if (more <= 0)
        return open + note;
    const all = more + leftOut;
    const label = `${all} more ${all === 1 ? "needs" : "need"} attention`;
    return open + tables_details(label, table(attentionHead, lines.slice(maxOpenRows)) + note);
}
function renderUnchecked({ lines }, total, note) {
    if (total === 0)
        return "";
    const label = total === 1 ? "1 URI was not checked" : `${total} URIs were not checked`;
    return tables_details(label, table(uncheckedHead, lines) + note);
}
function renderUp({ lines }, { attention, unchecked, up }, note) {
    const content = table(upHead, lines) + note;
    const allIsWell = attention.length + unchecked.length === 0;
    if (up.length === 0 || (allIsWell && up.length <= maxOpenRowsWhenAllIsWell))
        return content;
    if (allIsWell)
        return tables_details(`All ${up.length} URIs`, content);
    return tables_details(up.length === 1 ? "The other URI is up" : `The other ${up.length} URIs are up`, content);
}
/** No blank line within: it would end the HTML block, and Markdown would be read again. */
function table(head, lines) {
    if (lines.length === 0)
        return "";
    return `<table>\n<thead>${head}</thead>\n<tbody>\n${lines.join("")}</tbody>\n</table>\n\n`;
}
function tables_details(label, content) {
    return `<details>\n<summary>${label}</summary>\n\n${content}</details>\n\n`;
}
/** What is on an origin of the list is a link, but no other address that a server chose, and no hidden one. */
function attentionRow(row) {
    const { target, result } = row.checked;
    const code = htmlCode(result.uri);
    const isLink = target.kind !== "mistake" && target.getsHeaders && !result.uri.endsWith("***");
    const uri = isLink ? `<a href="${htmlText(result.uri)}">${code}</a>` : code;
    const mark = result.state === "OK" ? symbols.warned : symbols.down;
    return `<tr><td>${mark}</td><td>${uri}<br>${html(remarksOn(row))}</td>${timeCell(result)}</tr>\n`;
}
function uncheckedRow({ number, checked }) {
    return `<tr><td align="right">${number}</td><td>${htmlCode(checked.result.uri)}</td></tr>\n`;
}
function upRow(row) {
    const { result } = row.checked;
    const remarks = remarksOn(row);
    const uri = htmlCode(result.uri) + (remarks.length === 0 ? "" : `<br>${html(remarks)}`);
    const status = `<td align="right">${result.status ?? symbols.dash}</td>`;
    const connection = `<td nowrap>${tables_connectionOf(result)}</td>`;
    return `<tr><td align="right">${row.number}</td><td>${uri}</td>${status}${timeCell(result)}${connection}</tr>\n`;
}
function timeCell(result) {
    return `<td align="right" nowrap>${wasRequested(result) ? htmlText(duration(result.durationMs)) : symbols.dash}</td>`;
}
function tables_connectionOf({ reused, resent, timings }) {
    if (reused)
        return "reused";
    return `new, ${htmlText(duration(connectingMs(timings)))}${resent ? ", resent" : ""}`;
}
function html(sentence) {
    return sentence.map((part) => (typeof part === "string" ? htmlText(part) : htmlCode(part.foreign))).join("");
}

;// CONCATENATED MODULE: ./lib/report/gantt.js
// Tried with Mermaid 10.9, 11.3, 11.17 and 12.3, which draw this alike: https://mermaid.js.org/syntax/gantt.html
// From here on the axis counts seconds.
const secondsFromMs = 5000;
// A task must have a name, and a space is a parse error: U+2060 WORD JOINER.
const noName = "\u2060";
// A piece's look, and `crit` is red.
const tags = {
    connecting: "active, ",
    waiting: "",
    receiving: "done, ",
    down: "crit, ",
};
/** The bars as a fenced Mermaid gantt, one below the other. */
function renderGantt(bars, axisMs) {
    return ["```mermaid", ...frontMatter(bars), ...axis(axisMs), ...bars.flatMap(section), "```", ""].join("\n");
}
/** Compact mode puts all that a section has in one row. The time stands beside the bar, as the name of a milestone. */
function section({ label, pieces, endMs, time }) {
    return [
        `  section ${label}`,
        ...pieces.map(({ phase, from, to }) => `    ${noName} :${tags[phase]}${from}, ${to}`),
        `    ${time} :milestone, ${endMs}, ${endMs}`,
    ];
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
        "  accDescr: One bar per request. The tables above have the same times as text.",
        `  title ${inSeconds ? "seconds" : "milliseconds"} since the start of each request`,
        "  dateFormat x",
        `  axisFormat ${inSeconds ? "%s" : "%Q"}`,
        `  tickInterval ${tick}${inSeconds ? "second" : "millisecond"}`,
        "  todayMarker off",
    ];
}
// The milestones are invisible, and so small that their names stand beside them, in the colour of the theme.
const css = [
    ".grid .tick line { stroke: #8b949e; opacity: 0.4 }",
    ".titleText { font-size: 13px }",
    ".sectionTitle tspan { alignment-baseline: alphabetic }",
    ".task { stroke-width: 1 }",
    ".milestone { opacity: 0 }",
    ".milestoneText { font-style: normal }",
].join(" ");
// Without a width Mermaid takes that of the moment, which is 0 in a closed <details>.
const layout = [
    "topPadding: 50, titleTopMargin: 30, barHeight: 16, barGap: 6",
    "fontSize: 11, sectionFontSize: 12, numberSectionStyles: 1, gridLineStartPadding: 44",
].join(", ");
const [orange, blue, light, grey, red] = ["'#db6d28'", "'#388bfd'", "'#d0d7de'", "'#8b949e'", "'#da3633'"];
const colours = [
    `activeTaskBkgColor: ${orange}, activeTaskBorderColor: ${orange}`,
    `taskBkgColor: ${blue}, taskBorderColor: ${blue}`,
    `doneTaskBkgColor: ${light}, doneTaskBorderColor: ${grey}`,
    `critBkgColor: ${red}, critBorderColor: ${red}`,
    "sectionBkgColor: 'transparent'",
].join(", ");
// Of a character of a label or a time, at these font sizes.
const characterPx = 6.6;
/** The configuration. The paddings hold the longest label, and the times behind the bars. */
function frontMatter(bars) {
    const longestLabel = Math.max(...bars.map(({ label }) => [...label].length));
    // The cross is as wide as two.
    const longestTime = Math.max(...bars.map(({ time, isDown }) => [...time].length + (isDown ? 1 : 0)));
    const left = Math.min(300, Math.round(24 + characterPx * longestLabel));
    const right = Math.round(30 + characterPx * longestTime + left / 2);
    return [
        "---",
        "displayMode: compact",
        "config:",
        `  themeCSS: '${css}'`,
        `  gantt: { useWidth: 900, leftPadding: ${left}, rightPadding: ${right}, ${layout} }`,
        `  themeVariables: { ${colours} }`,
        "---",
    ];
}

;// CONCATENATED MODULE: ./lib/report/times.js






// More rows than this have their axis out of sight.
const maxRows = 30;
const slowestRows = 20;
// In a chart of less nobody would see anything.
const minRows = 3;
const minAxisMs = 100;
// A first request that has to connect takes four round trips, where the others take one.
const outlierFactor = 6;
/**
 * The section "Where the time went": a chart in which every request starts at zero; empty where it would say nothing.
 */
function renderTimes(results) {
    const requested = results
        .map((checked, index) => ({ number: index + 1, checked }))
        .filter(({ checked }) => checked.judgement.kind !== "cancelled" && wasRequested(checked.result));
    const answered = requested.filter(isAnswered);
    const candidates = answered.length > 0 ? answered : requested;
    const rows = requested.length <= maxRows ? requested : slowest(candidates);
    const axisMs = axisFor((rows.some(isAnswered) ? rows.filter(isAnswered) : rows).map(wholeMs));
    if (rows.length < minRows || axisMs <= minAxisMs)
        return "";
    const withHost = haveSeveralHosts(results);
    const bars = rows.map((row) => toBar(row, { axisMs, withHost }));
    const chosen = rows === requested ? "" : `, for the ${rows.length} slowest ${answered.length > 0 ? "answers" : "requests"}`;
    return `### Where the time went${chosen}\n\n${legend(bars)}\n\n${renderGantt(bars, axisMs)}\n`;
}
function isAnswered({ checked }) {
    return checked.result.status !== null;
}
function wholeMs({ checked }) {
    return Math.max(1, Math.round(checked.result.durationMs));
}
function slowest(rows) {
    return [...rows]
        .sort((one, other) => other.checked.result.durationMs - one.checked.result.durationMs)
        .slice(0, slowestRows);
}
/** The slowest time, or the second slowest where the slowest would leave the others no room. */
function axisFor(times) {
    const [longest = 0, second = longest] = [...times].sort((one, other) => other - one);
    return longest > outlierFactor * second ? second : longest;
}
function haveSeveralHosts(results) {
    return new Set(results.flatMap(({ target }) => (target.kind === "mistake" ? [] : [hostOf(target.address)]))).size > 1;
}
function toBar(row, { axisMs, withHost }) {
    const { target, result } = row.checked;
    const isDown = result.state !== "OK";
    const isCut = wholeMs(row) > axisMs;
    const endMs = Math.min(wholeMs(row), axisMs);
    return {
        label: `${row.number} ${symbols.dot} ${labelOf(target, withHost)}`,
        pieces: (isDown ? piecesDown(result, endMs) : piecesUp(result, endMs)).filter(({ from, to }) => to > from),
        endMs,
        time: [isDown ? symbols.down : "", isCut ? symbols.arrow : "", duration(result.durationMs)]
            .filter((word) => word !== "")
            .join(" "),
        isDown,
        isCut,
    };
}
/** Made of nothing but what the tables show: a path that is hidden there is hidden here too. */
function labelOf({ shown }, withHost) {
    const url = toUrl(shown);
    return url === null ? chartLabel("", shown) : chartLabel(withHost ? url.host : "", url.pathname);
}
/** Time that no phase accounts for goes to the phase after the last one that was measured. */
function piecesUp({ timings, durationMs }, endMs) {
    if (Math.round(durationMs) < 1)
        return [{ phase: "waiting", from: 0, to: endMs }];
    const connecting = connectingMs(timings);
    const connected = Math.min(Math.round(connecting), endMs);
    const waited = connecting + Math.max(timings.send, 0) + Math.max(timings.wait, 0);
    const received = timings.wait < 0 ? endMs : Math.min(Math.round(waited), endMs);
    return [
        { phase: "connecting", from: 0, to: connected },
        { phase: "waiting", from: connected, to: received },
        { phase: "receiving", from: received, to: endMs },
    ];
}
/**
 * Down from the connection on, or as a whole where none was made; at least a millisecond of it, or nobody would see it.
 */
function piecesDown({ timings }, endMs) {
    const connected = timings.send < 0 ? 0 : Math.min(Math.round(connectingMs(timings)), endMs - 1);
    return [
        { phase: "connecting", from: 0, to: connected },
        { phase: "down", from: connected, to: endMs },
    ];
}
// The squares look like the bars in both themes. U+00A0 keeps each with its words.
const squares = [
    { phase: "connecting", words: `${symbols.orange}\u00a0connecting` },
    { phase: "waiting", words: `${symbols.blue}\u00a0waiting` },
    { phase: "receiving", words: `${symbols.white}\u00a0receiving` },
    { phase: "down", words: `${symbols.red}\u00a0down` },
];
/** Only what the chart has. */
function legend(bars) {
    const phases = new Set(bars.flatMap(({ pieces }) => pieces.map(({ phase }) => phase)));
    const shown = squares.filter(({ phase }) => phases.has(phase)).map(({ words }) => words);
    if (bars.some(({ isCut }) => isCut))
        shown.push(`${symbols.arrow}\u00a0longer\u00a0than\u00a0the\u00a0axis`);
    return shown.join(` ${symbols.dot} `);
}

;// CONCATENATED MODULE: ./lib/report/verdict.js

/** How many URIs are up, down and unchecked: the last are what a cancelled run left over. */
function countStates(results) {
    const up = results.filter(({ result }) => result.state === "OK").length;
    const unchecked = results.filter(({ judgement }) => judgement.kind === "cancelled").length;
    return { total: results.length, up, down: results.length - up - unchecked, unchecked };
}
/** The verdict in words, with the step's id in front where it has one: `gate: 2 of 4 URIs are down`. */
function verdict(findings, stepId) {
    return withStepId(verdictWords(findings), stepId);
}
/** A heading's words behind the id of the step, so that two steps of a job can be told apart. */
function withStepId(words, stepId) {
    return stepId === null ? words : `${stepId}: ${words}`;
}
function verdictWords({ results, cancelled, succeeded, }) {
    const { total, down, unchecked } = countStates(results);
    if (down + unchecked > 0) {
        const words = wrongWords({ total, down, unchecked });
        return cancelled ? `Cancelled: ${words}` : capitalized(words);
    }
    const words = total === 0 ? "Nothing to check" : total === 1 ? "The URI is up" : `All ${total} URIs are up`;
    return succeeded ? words : `${words}, but uptimemon itself failed`;
}
/** What is down, and what was not checked; begins with a small letter. */
function wrongWords({ total, down, unchecked }) {
    const notChecked = `${unchecked === 1 ? "was" : "were"} not checked`;
    if (total === 1)
        return down === 1 ? "the URI is down" : `the URI ${notChecked}`;
    if (down === 0)
        return `${unchecked} of ${total} URIs ${notChecked}`;
    const isDown = `${down} of ${total} URIs ${down === 1 ? "is" : "are"} down`;
    return unchecked === 0 ? isDown : `${isDown}, ${unchecked} ${notChecked}`;
}
function capitalized(words) {
    return words.charAt(0).toUpperCase() + words.slice(1);
}
/**
 * What the session did, in numbers that add up: each request opened a connection, went over an open one, or got none.
 * What reuse saved is left out with several checks at once, where it could be more than the whole run took.
 */
function sessionSentence({ stats, durationMs, concurrency, }) {
    const { requests, connections, reused, origins, savedMs } = stats;
    if (requests === 0)
        return "No request was made.";
    const ways = [
        { number: connections, words: "opened a connection" },
        { number: reused, words: "used an open one" },
        { number: Math.max(0, requests - connections - reused), words: "got none" },
    ];
    const used = ways.filter(({ number }) => number > 0).map(({ number, words }) => `${number} ${words}`);
    const made = `${count(requests, "request")} to ${count(origins, "origin")} in ${duration(durationMs)}`;
    const saved = savedMs >= 1 && concurrency === 1 ? ` Reuse saved about ${duration(savedMs)}.` : "";
    return `${made}: ${used.join(", ")}.${saved}`;
}

;// CONCATENATED MODULE: ./lib/report/summary.js







// The runner drops a summary of more than 1,048,576 bytes, measured before it masks.
const maxSummaryBytes = 1_000_000;
// For the tags and the sentences around the rows.
const frameBytes = 5000;
/** The job summary as GitHub-flavoured Markdown: always under 1,000,000 bytes, what needs attention first. */
function renderSummary(findings, stepId) {
    const rows = findings.results.map((checked, index) => ({ number: index + 1, checked, expiring: findings.expiring.get(index) ?? null }));
    const head = `## ${findings.succeeded ? symbols.up : symbols.down} ${verdict(findings, stepId)}\n\n`;
    const end = `${renderTimes(findings.results)}${sessionSentence(findings)}\n\n${foot(findings.finishedAt)}`;
    return head + renderTables(summary_group(rows), maxSummaryBytes - frameBytes - Buffer.byteLength(head + end)) + end;
}
/** The summary of a step whose inputs were refused. */
function renderRefusal({ problems, finishedAt }, stepId) {
    const words = withStepId(`Nothing was checked: ${count(problems.length, "input problem")}`, stepId);
    const items = problems.map((problem) => `<li>${htmlCode(problem)}</li>\n`);
    return `## ${symbols.down} ${words}\n\n<ul>\n${items.join("")}</ul>\n\n${foot(finishedAt)}`;
}
function summary_group(rows) {
    const those = (wanted) => rows.filter((row) => standing(row) === wanted);
    return { attention: [...those("down"), ...those("warned")], unchecked: those("unchecked"), up: those("up") };
}
function standing({ checked, expiring }) {
    const { result, judgement, strayedTo } = checked;
    if (judgement.kind === "cancelled")
        return "unchecked";
    if (result.state !== "OK")
        return "down";
    return result.attempts > 1 || strayedTo !== null || expiring !== null ? "warned" : "up";
}
/** An issue or a comment that is made of the summary has no other date. */
function foot(finishedAt) {
    const [date, time = ""] = finishedAt.toISOString().split("T");
    return `<sub>uptimemon ${version} ${symbols.dot} ${date} ${time.slice(0, 5)} UTC</sub>\n`;
}

;// CONCATENATED MODULE: ./lib/report/report.js







// Expressions and the environment, through which outputs are passed on, take little more.
const maxOutputBytes = 100_000;
// GitHub keeps ten annotations of a kind for a step. One of the errors is the verdict, and other warnings need room
// too.
const maxErrors = 9;
const maxWarnings = 5;
/**
 * Writes outputs, annotations, report folder and summary, in this order. What cannot be written is a warning: the
 * others are written all the same, and the verdict stands.
 */
async function writeReport(findings, environment) {
    const { results, stats } = findings;
    info(sessionSentence(findings));
    const { up, total } = countStates(results);
    const failed = results.filter(({ result }) => result.state !== "OK");
    const folder = makeFolder(environment, results);
    setOutputs(environment, {
        total,
        up,
        failed: total - up,
        connections: stats.connections,
        reused: stats.reused,
        report: folder ?? "",
        "failed-uris": bounded("failed-uris", failed.map(({ result }) => result.uri).join("\n")),
        results: bounded("results", results.length > resultsPerPiece ? null : toJson(results)),
    });
    annotate(results);
    await writeSummary(renderSummary(findings, environment.stepId), folder, environment);
}
/** Writes outputs and summary of a step whose inputs were refused. */
async function writeRefusal(refusal, environment) {
    const folder = makeFolder(environment, []);
    const none = { total: 0, up: 0, failed: 0, connections: 0, reused: 0 };
    setOutputs(environment, { ...none, report: folder ?? "", "failed-uris": "", results: "[]" });
    await writeSummary(renderRefusal(refusal, environment.stepId), folder, environment);
}
/** Makes the report folder with results.json in it, and returns its path; null where there is none. */
function makeFolder({ tempFolder }, results) {
    let folder;
    try {
        folder = (0,external_node_fs_namespaceObject.mkdtempSync)((0,external_node_path_namespaceObject.join)(tempFolder ?? (0,external_node_os_namespaceObject.tmpdir)(), "uptimemon-"));
    }
    catch (error) {
        warn("the report folder", error);
        return null;
    }
    const file = (0,external_node_path_namespaceObject.join)(folder, "results.json");
    try {
        writeResults(file, results);
    }
    catch (error) {
        // Half a list would be no JSON.
        (0,external_node_fs_namespaceObject.rmSync)(file, { force: true });
        warn("results.json in the report folder", error);
    }
    info(`Report: ${logText(folder)}`);
    return folder;
}
// In one piece, the results of 50,000 pages would take 50 MiB. These are more than an output may hold.
const resultsPerPiece = 1000;
function writeResults(file, results) {
    (0,external_node_fs_namespaceObject.writeFileSync)(file, "[");
    for (let from = 0; from < results.length; from += resultsPerPiece) {
        const piece = toJson(results.slice(from, from + resultsPerPiece)).slice(1, -1);
        (0,external_node_fs_namespaceObject.appendFileSync)(file, from === 0 ? piece : `,${piece}`);
    }
    (0,external_node_fs_namespaceObject.appendFileSync)(file, "]\n");
}
function toJson(results) {
    return JSON.stringify(results.map(({ result }) => result));
}
function writeInto(folder, name, text) {
    try {
        (0,external_node_fs_namespaceObject.writeFileSync)((0,external_node_path_namespaceObject.join)(folder, name), text);
    }
    catch (error) {
        warn(`${name} in the report folder`, error);
    }
}
/** Sets all outputs that can be set. Outside of a runner core would print commands, which nobody carries out. */
function setOutputs({ outputFile }, outputs) {
    if (outputFile === null)
        return;
    const failures = Object.entries(outputs).flatMap(([name, value]) => {
        try {
            setOutput(name, value);
            return [];
        }
        catch (error) {
            return [error];
        }
    });
    if (failures.length > 0)
        warn("the outputs", failures[0]);
}
/** An output's value; empty where there is none (`null`), or where it is too long. */
function bounded(name, value) {
    if (value !== null && Buffer.byteLength(value) <= maxOutputBytes)
        return value;
    core_warning(`the output ${name} is left empty, because it would be over ${maxOutputBytes} bytes: ` +
        "read results.json in the report folder (the output report)");
    return "";
}
async function writeSummary(summary, folder, { summaryFile }) {
    if (folder !== null)
        writeInto(folder, "summary.md", summary);
    if (summaryFile === null)
        return;
    try {
        await summary_summary.addRaw(summary).write();
    }
    catch (error) {
        warn("the job summary", error);
    }
}
/** An error for each URI that is down, and a warning for each that may have ended on a login page; a few of them. */
function annotate(results) {
    const down = results.filter(({ result, judgement }) => result.state !== "OK" && judgement.kind !== "cancelled");
    for (const { target, result } of down.slice(0, maxErrors))
        error(logText(`${result.uri}: ${result.message}`), annotationOf(target.place));
    const strayed = results.filter(({ result, strayedTo }) => result.state === "OK" && strayedTo !== null);
    for (const { target, result, strayedTo } of strayed.slice(0, maxWarnings))
        core_warning(logText(`${result.uri}: ended on ${strayedTo}: a login page? If not, write -> and the address behind the URI`), annotationOf(target.place));
}
/**
 * The line of `uris-file` beside which GitHub shows an annotation; its path is relative to the workspace, with slashes.
 */
function annotationOf({ file, line }) {
    return file === null ? {} : { file: logText((0,external_node_path_namespaceObject.relative)("", file).replaceAll("\\", "/")), startLine: line };
}
function warn(what, error) {
    const reason = error instanceof Error ? error.message : String(error);
    core_warning(`${what} could not be written: ${logText(reason)}`);
}

;// CONCATENATED MODULE: ./lib/session/route.js



/** The limit for the headers of an answer; Node's own 16 KiB is less than browsers accept. */
const maxHeaderBytes = 128 * 1024;
/**
 * The way to an origin: direct, to where `connect-to` maps it, or through a proxy (a tunnel for https, forwarding for
 * http).
 */
function routeTo(origin, { server, mapping, proxy }) {
    const forwarder = server.tls ? null : proxy;
    const through = proxy && `${server.tls ? origin : "http"} through ${proxy.tls ? "https" : "http"}://${proxy.authority}`;
    return { kind: "route", origin, server, mapping, proxy, forwarder, poolKey: through ?? origin };
}
/** Where the TCP connection of a route leads. */
function peerOf({ server, proxy, mapping }) {
    if (mapping === null)
        return proxy ?? server;
    return { host: mapping.target.host, port: mapping.target.port ?? server.port };
}
/** The header fields that are for the proxy alone, as name and value. */
function proxyHeaders({ authorization }) {
    return authorization === null ? [] : [["Proxy-Authorization", authorization]];
}
/**
 * The target of a request (RFC 9112, section 3.2), and its header fields in the flat form that `http.request` sends as
 * it is.
 */
function toRequest({ origin, forwarder }, { address, headers }) {
    const end = address.indexOf("#");
    const path = address.slice(origin.length, end === -1 ? address.length : end);
    const fields = headers.some(({ name }) => sameName(name, "Host")) ? [] : ["Host", hostOf(address)];
    for (const { name, value } of headers)
        fields.push(name, value);
    if (forwarder === null)
        return { path, headers: fields };
    // The absolute form is for proxies: RFC 9112, section 3.2.2.
    return { path: origin + path, headers: [...fields, ...proxyHeaders(forwarder).flat()] };
}
/** The proxy, if it is the peer at this stage; null inside a tunnel or on a direct way. */
function proxyAt(stage, { proxy, forwarder }) {
    return (isOnTheWay(stage) ? proxy : forwarder)?.authority ?? null;
}

;// CONCATENATED MODULE: ./lib/session/exchange.js



/** The connection of a longer body is closed, unless its reader wants more. */
const maxBodyBytes = 1024 * 1024;
/** Makes one GET over the agent and reads its answer. Rejects only for a bug. */
async function exchange(get, agent, { route, attempt }) {
    const { clock, signal } = attempt;
    const options = {
        ...toRequest(route, get),
        agent,
        route,
        attempt,
        // dial.ts sets the real one. Empty, it saves Node looking for one in the Host header, 6 % of the start-up time.
        servername: "",
        maxHeaderSize: maxHeaderBytes,
        // Browsers and curl read folded headers and lone LFs too: RFC 9112, sections 2.2 and 5.2. On a connection that a
        // proxy shares between origins, one site's answer must not be able to become the next one's.
        insecureHTTPParser: route.forwarder === null,
    };
    const request = external_node_http_default().request(options);
    // 0: no limit. Past Node's own of 1,000 it silently drops headers, Location too.
    request.maxHeadersCount = 0;
    let bytesBefore = 0;
    request.on("socket", ({ bytesRead }) => {
        bytesBefore = bytesRead;
        clock.enter("send");
    });
    const head = await answerTo(request, get, attempt);
    const error = head.kind === "answered" ? await head.bodyRead : head.error;
    const { socket, reusedSocket: reused } = request;
    // Whatever error came: an attempt that has ended failed for that reason.
    const failure = signal.aborted ? signal.reason : error;
    if (head.kind === "answered" && failure === null) {
        return { outcome: head.answer, socket, reused, progress: "head" };
    }
    const { stage } = clock;
    const outcome = {
        kind: "failure",
        error: failure,
        stage,
        proxy: proxyAt(stage, route),
        host: peerOf(route).host,
    };
    const begun = socket === null || socket.bytesRead === bytesBefore ? "nothing" : "part of the head";
    return { outcome, socket, reused, progress: head.kind === "answered" ? "head" : begun };
}
/**
 * Sends the request. Settles with the head of its answer, whose body is being read, or with the error that came
 * instead.
 */
function answerTo(request, get, { clock, signal }) {
    return new Promise((resolve) => {
        // Only what comes first settles the promise.
        const lose = (error) => resolve({ kind: "lost", error });
        const onAbort = () => {
            // First: Node emits nothing when it destroys a request that has no socket yet.
            lose(signal.reason);
            request.destroy();
        };
        request.on("finish", () => clock.enterWait());
        request.on("response", (message) => {
            // The answer may come before `finish`.
            clock.enterWait();
            if (message.statusCode === 408 && request.reusedSocket && !get.expects408) {
                // Some servers close an idle connection with a 408 that answers no request: RFC 9110, section 15.5.9.
                lose(connectionLost);
                message.destroy();
                return;
            }
            clock.enter("receive");
            const answer = toAnswer(message);
            resolve({ kind: "answered", answer, bodyRead: readBody(request, message, get.readerFor(answer)) });
        });
        // A 101 that nobody asked for: the connection speaks something else from here on.
        request.on("upgrade", (message, socket) => {
            const answer = toAnswer(message);
            // It has no body, and a reader that gets none says so: an expected 101 does not hold a text.
            get.readerFor(answer);
            resolve({ kind: "answered", answer, bodyRead: Promise.resolve(null) });
            socket.destroy();
        });
        request.on("error", lose);
        request.on("close", () => {
            signal.removeEventListener("abort", onAbort);
            lose(connectionLost);
        });
        if (signal.aborted)
            onAbort();
        else
            signal.addEventListener("abort", onAbort);
        request.end();
    });
}
/**
 * Reads a body to its end, so that the connection goes back to the pool. Settles with null, or with the error that cut
 * it.
 */
function readBody(request, message, reader) {
    return new Promise((resolve) => {
        let room = maxBodyBytes;
        message.on("data", (chunk) => {
            const reading = reader?.read(chunk);
            room -= chunk.length;
            if (room < 0 && !reader?.wantsMore) {
                resolve(null);
                message.destroy();
            }
            else if (reading !== undefined) {
                message.pause();
                void reading.then(() => message.resume());
            }
        });
        const end = () => resolve(message.complete ? null : connectionLost);
        message.on("end", end).on("close", end).on("error", resolve);
        // Errors of the parser come on the request, also for bytes behind a complete answer, which they do not harm.
        request.on("error", (error) => {
            if (!message.complete)
                resolve(error);
        });
    });
}
function toAnswer({ statusCode, headers }) {
    return { kind: "answer", status: statusCode ?? 0, headers };
}

;// CONCATENATED MODULE: ./lib/session/descriptors.js



/** Whether the system refuses to open this many files more: each connection takes one, and so does a name lookup. */
function areDescriptorsScarce(wanted) {
    const opened = [];
    try {
        while (opened.length < wanted)
            opened.push((0,external_node_fs_namespaceObject.openSync)(external_node_os_namespaceObject.devNull, "r"));
        return false;
    }
    catch (error) {
        return isOutOfDescriptors(error);
    }
    finally {
        for (const descriptor of opened)
            (0,external_node_fs_namespaceObject.closeSync)(descriptor);
    }
}
/** Whether an error says that the process (EMFILE) or the system (ENFILE) has no descriptor left. */
function isOutOfDescriptors(error) {
    return /^(EMFILE|ENFILE)$/.test(codeOf(error));
}

;// CONCATENATED MODULE: external "node:events"
const external_node_events_namespaceObject = require("node:events");
;// CONCATENATED MODULE: external "node:net"
const external_node_net_namespaceObject = require("node:net");
var external_node_net_default = /*#__PURE__*/__nccwpck_require__.n(external_node_net_namespaceObject);
;// CONCATENATED MODULE: ./lib/session/tunnel.js


// RFC 9112, section 2.2, lets a recipient take a lone LF for a line end.
const endOfHead = /\r?\n\r?\n/;
const beginning = "HTTP/1.";
/**
 * Asks a proxy for a tunnel to a server (CONNECT: RFC 9110, section 9.3.6), over a connection to that proxy. Throws a
 * `NetworkError`, or an `ProxyError` where the proxy refuses.
 */
async function openTunnel(socket, { authority }, proxy, signal) {
    const fields = [["Host", authority], ...proxyHeaders(proxy)].map(([name, value]) => `${name}: ${value}\r\n`);
    socket.write(`CONNECT ${authority} HTTP/1.1\r\n${fields.join("")}\r\n`);
    const status = await finalStatus(socket, signal);
    if (status >= 200 && status < 300)
        return;
    socket.destroy();
    if (status === 407)
        throw new ProxyError(describe407(proxy));
    throw new ProxyError(`the proxy ${proxy.authority} refused the tunnel: ${status} (ERR_PROXY_TUNNEL)`);
}
/**
 * The status of the answer to CONNECT. Not by Node's parser: it takes an interim answer for the final one (RFC 9110,
 * section 15.2), and minds fields of a 2xx that say nothing here (section 9.3.6).
 */
function finalStatus(socket, signal) {
    return new Promise((resolve, reject) => {
        let unread = "";
        const fail = (error) => {
            stop();
            socket.destroy();
            reject(new NetworkError("no answer to CONNECT", { cause: error }));
        };
        const onData = (chunk) => {
            const { status, rest } = tunnel_readHead(unread + chunk.toString("latin1"));
            unread = rest;
            if (status === null) {
                if (unread.length > maxHeaderBytes)
                    fail(parseError("HPE_HEADER_OVERFLOW"));
                return;
            }
            if (Number.isNaN(status)) {
                fail(parseError("HPE_INVALID_CONSTANT"));
                return;
            }
            stop();
            // What follows is the server's first word in the tunnel.
            if (unread !== "")
                socket.unshift(Buffer.from(unread, "latin1"));
            resolve(status);
        };
        const onClose = () => fail(connectionLost);
        const onAbort = () => fail(signal.reason);
        const stop = () => {
            socket.off("data", onData).off("error", fail).off("close", onClose).off("end", onClose).pause();
            signal.removeEventListener("abort", onAbort);
        };
        socket.on("data", onData).on("error", fail).on("close", onClose).on("end", onClose);
        signal.addEventListener("abort", onAbort);
    });
}
/** The status of the first final answer in a text, and what follows its head; null: not there yet, NaN: no status. */
function tunnel_readHead(text) {
    if (!beginning.startsWith(text.slice(0, beginning.length)))
        return { status: Number.NaN, rest: "" };
    const end = endOfHead.exec(text);
    if (end === null)
        return { status: null, rest: text };
    const status = Number(/^HTTP\/1\.\d (\d{3})\b/.exec(text)?.[1]);
    const rest = text.slice(end.index + end[0].length);
    return isInterim(status) ? tunnel_readHead(rest) : { status, rest };
}
/** 101 is none: what it switches to is no tunnel. */
function isInterim(status) {
    return status >= 100 && status < 200 && status !== 101;
}
function parseError(code) {
    return Object.assign(new Error("not an answer to CONNECT"), { code });
}

;// CONCATENATED MODULE: ./lib/session/dial.js







// Loaded on first use: a list of nothing but http URIs needs neither, a fifth of the start-up time.
/** Node's module for TLS. */
const loadTls = () => process.getBuiltinModule("node:tls");
const loadCrypto = () => process.getBuiltinModule("node:crypto");
/**
 * Opens a connection for the pool: direct, TLS, or through a proxy. Throws a `NetworkError`; what else it throws is a
 * bug.
 */
async function dial(route, dialling) {
    // Before the clock starts: loading Node's modules and the trusted authorities is not the connection's time.
    const secureContext = route.server.tls || route.proxy?.tls ? dialling.secureContext() : undefined;
    const { socket: opened, startedAt } = await openTcp(peerOf(route), dialling);
    try {
        const reached = await reachServer(opened, route, { attempt: dialling.attempt, secureContext });
        return { ...reached, connectMs: now() - startedAt };
    }
    catch (error) {
        opened.destroy();
        throw error;
    }
}
/** Makes a TCP connection one to the server itself: by the tunnel and the TLS that there is on the way. */
async function reachServer(opened, { server, proxy }, { attempt, secureContext }) {
    const { clock, signal } = attempt;
    let socket = opened;
    if (proxy?.tls) {
        clock.enter("proxy");
        socket = await startTls(socket, { address: proxy.host, secureContext, signal });
    }
    if (!server.tls)
        return { socket, certificate: null };
    if (proxy) {
        clock.enter("proxy");
        await openTunnel(socket, server, proxy, signal);
    }
    clock.enter("tls");
    const secured = await startTls(socket, { address: server.host, secureContext, signal });
    return { socket: secured, certificate: certificateOf(secured) };
}
/**
 * Makes room for name lookups that hang in the system's resolver: each holds one of libuv's threads, 4 by default,
 * until it gives up. libuv looks at the variable when it first needs a thread.
 * https://nodejs.org/api/cli.html#uv_threadpool_sizesize
 */
function makeRoomForLookups() {
    // biome-ignore lint/style/noProcessEnv: sets a variable for libuv, and reads no input
    process.env["UV_THREADPOOL_SIZE"] ??= "64";
}
async function openTcp({ host, port }, { attempt, timeoutMs, onConnect }) {
    const { clock, signal } = attempt;
    // Before the clock starts: Node's first look at an address takes longer than all others.
    const isName = external_node_net_default().isIP(host) === 0;
    if (isName)
        makeRoomForLookups();
    const startedAt = now();
    clock.enter(isName ? "lookup" : "connect");
    const socket = external_node_net_default().connect({
        host,
        port,
        noDelay: true,
        // TCP keep-alive finds connections that a NAT forgot:
        // https://nodejs.org/api/net.html#socketsetkeepaliveenable-initialdelay
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
        await waitFor(socket, "connect", signal);
    }
    catch (error) {
        // It was open, and was reset before Node could say so; a port where nobody listens is ECONNREFUSED.
        if (error instanceof NetworkError && codeOf(error.cause) === "ECONNRESET")
            onConnect();
        throw error;
    }
    onConnect();
    return { socket, startedAt };
}
async function startTls(socket, { address, secureContext, signal }) {
    // The dot that marks a name as absolute is no part of it in certificates and SNI: RFC 6066, section 3.
    const host = address.replace(/\.$/, "");
    const secured = loadTls().connect({
        socket,
        host,
        secureContext,
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
    await waitFor(secured, "secureConnect", signal);
    return secured;
}
function certificateOf(socket) {
    const { valid_from: from, valid_to: to } = socket.getPeerCertificate();
    return from && to ? toCertificate({ from: new Date(from), to: new Date(to) }, new Date()) : null;
}
// An error reaches whoever waits for the socket; one that comes when nobody does must not end the process.
const ignore = () => { };
async function waitFor(socket, event, signal) {
    socket.on("error", ignore);
    try {
        await (0,external_node_events_namespaceObject.once)(socket, event, { signal });
    }
    catch (error) {
        socket.destroy();
        // Of an attempt that has ended, the reason is known from its signal.
        throw new NetworkError(`no ${event}`, { cause: error });
    }
}

;// CONCATENATED MODULE: ./lib/session/pool.js



// Each holds a descriptor, and memory with TLS; nobody has a use for more.
const maxIdle = 256;
// As many of libuv's threads as dial.ts asks for.
const maxLookups = 64;
/** The connections of a session: those of the client's own agent, which is taught to dial and to know what is idle. */
class Pool {
    agent;
    #timeoutMs;
    /** The longest idle first. */
    #idle = new Set();
    #certificates = new WeakMap();
    #seenCertificates = new Map();
    #shortestConnectMs = new Map();
    #context = null;
    #connections = 0;
    /** Dials under way. */
    #dials = 0;
    /** How often idle connections made room for others. */
    #clearings = 0;
    /** Takes over an agent with `keepAlive`. `timeoutMs` is that of an attempt. */
    constructor(agent, timeoutMs) {
        this.agent = agent;
        this.#timeoutMs = timeoutMs;
        // The limit is `maxIdle` over all origins.
        agent.maxFreeSockets = Number.POSITIVE_INFINITY;
        const reuseSocket = agent.reuseSocket.bind(agent);
        // Node documents all but getName for overriding
        // (https://nodejs.org/api/http.html#agentcreateconnectionoptions-callback);
        // that one is overridden by Node's own https.Agent.
        const taught = {
            getName: (options) => options.route.poolKey,
            createConnection: (options, done) => {
                const { route, attempt } = options;
                this.#connect(route, attempt).then((socket) => done?.(null, socket), (error) => {
                    // A bug is thrown where it is seen: here it would pass for an error of the request.
                    if (!(error instanceof NetworkError))
                        throw error;
                    done?.(error, undefined);
                });
                return undefined;
            },
            // Node's own gives up a connection whose server says "Keep-Alive: timeout=1". The resend cures what that guards
            // against.
            keepSocketAlive: (socket) => {
                this.#keep(socket);
                return true;
            },
            reuseSocket: (socket, request) => {
                this.#idle.delete(socket);
                reuseSocket(socket, request);
            },
        };
        Object.assign(agent, taught);
    }
    /** TCP connections opened so far, to proxies too. */
    get connections() {
        return this.#connections;
    }
    /** What the server at the other end of a connection showed. */
    certificateOf(socket) {
        return this.#certificates.get(socket) ?? null;
    }
    /** One for each certificate of each origin. */
    seenCertificates() {
        return [...this.#seenCertificates.values()];
    }
    /** The shortest time that opening a connection took, in milliseconds; 0 where none was opened. */
    shortestConnectMs({ poolKey }) {
        return this.#shortestConnectMs.get(poolKey) ?? 0;
    }
    /** Closes every idle connection. */
    closeIdle() {
        for (const socket of this.#idle)
            socket.destroy();
        this.#idle.clear();
    }
    /** Closes the idle connections that a route shares, but for those in `except`. */
    closeIdleOf({ poolKey }, except) {
        for (const socket of [...(this.agent.freeSockets[poolKey] ?? [])])
            if (!except?.has(socket))
                socket.destroy();
    }
    #keep(socket) {
        socket.unref();
        this.#idle.add(socket);
        if (this.#idle.size <= maxIdle)
            return;
        const [longestIdle = socket] = this.#idle;
        // At once: its close is told later, and until then others may become idle.
        this.#idle.delete(longestIdle);
        longestIdle.destroy();
    }
    async #connect(route, attempt) {
        const { socket, certificate, connectMs } = await this.#dial(route, attempt);
        socket.once("close", () => this.#idle.delete(socket));
        this.#shortestConnectMs.set(route.poolKey, Math.min(this.#shortestConnectMs.get(route.poolKey) ?? connectMs, connectMs));
        if (certificate) {
            const { origin } = route;
            this.#certificates.set(socket, certificate);
            this.#seenCertificates.set(`${origin} ${certificate.validFrom} ${certificate.validTo}`, { origin, certificate });
        }
        return socket;
    }
    /** Where the system has no descriptor left, idle connections make room. */
    async #dial(route, attempt) {
        const dialling = {
            attempt,
            timeoutMs: this.#timeoutMs,
            secureContext: () => this.#secureContext(),
            onConnect: () => {
                this.#connections += 1;
            },
        };
        const clearings = this.#clearings;
        this.#dials += 1;
        try {
            return await dial(route, dialling);
        }
        catch (error) {
            if (!(error instanceof NetworkError && this.#lackedDescriptors(error.cause, attempt, clearings)))
                throw error;
            this.#makeRoom();
            return await dial(route, dialling);
        }
        finally {
            this.#dials -= 1;
        }
    }
    /** A resolver that cannot open its files gives any reason: whether descriptors are missing has to be tried. */
    #lackedDescriptors(error, { clock }, clearings) {
        if (isOutOfDescriptors(error))
            return true;
        if (clock.stage !== "lookup")
            return false;
        // Or were missing, until another dial made room.
        if (clearings !== this.#clearings)
            return true;
        // Each lookup under way may need two.
        return this.#idle.size > 0 && areDescriptorsScarce(2 * Math.min(this.#dials, maxLookups) + 1);
    }
    #makeRoom() {
        this.#clearings += 1;
        this.closeIdle();
    }
    /** One for all connections. Node reads the file of NODE_EXTRA_CA_CERTS with the first one, and never again. */
    #secureContext() {
        if (this.#context !== null)
            return this.#context;
        if (areDescriptorsScarce(2))
            this.#makeRoom();
        this.#context = loadTls().createSecureContext();
        return this.#context;
    }
}

;// CONCATENATED MODULE: ./lib/session/session.js









/** The shared session: all requests of a run go over the connections of one client, which its maker disposes of. */
class Session {
    #pool;
    #options;
    /** By origin. */
    #routes = new Map();
    #usedMappings = new Set();
    /** Answers over reused connections, by route. */
    #savings = new Map();
    #requests = 0;
    #reused = 0;
    constructor(client, options) {
        this.#options = options;
        // For loopback the client never has a proxy agent, so this is the agent that its `dispose` destroys.
        this.#pool = new Pool(client.getAgent("http://localhost/"), options.timeoutMs);
    }
    /** Sends a request, over an open connection if there is one. Rejects only for a bug. */
    async send(get, attempt) {
        const route = this.#routeTo(originOf(get.address));
        if (route.kind === "broken")
            return refuse(get.address, route);
        // Other kept connections may be as silent as the one that was, and there is no third timeout.
        if (attempt.isRenewed)
            this.#pool.closeIdleOf(route, attempt.heardFrom);
        const first = await this.#exchange(get, route, attempt);
        if (!isStale(first))
            return this.#toReply(first, route);
        const gotNothing = first.progress === "nothing" && first.socket !== null && !attempt.heardFrom.has(first.socket);
        if (gotNothing)
            attempt.renew();
        if (attempt.signal.aborted)
            return this.#toReply(first, route);
        this.#pool.closeIdleOf(route);
        const second = await this.#exchange(get, route, attempt);
        const wereSilent = isSilence(first) && isSilence(second) && second.outcome.kind === "failure";
        const outcome = wereSilent ? { ...second.outcome, error: silentTwice } : second.outcome;
        return { ...this.#toReply({ ...second, outcome }, route), resent: true };
    }
    /** Closes the idle connections, so that the next requests open fresh ones. */
    freshen() {
        this.#pool.closeIdle();
    }
    stats() {
        let savedMs = 0;
        for (const [route, answers] of this.#savings)
            savedMs += answers * this.#pool.shortestConnectMs(route);
        const { connections } = this.#pool;
        return { requests: this.#requests, connections, reused: this.#reused, origins: this.#routes.size, savedMs };
    }
    /** One for each certificate of each origin. */
    certificates() {
        return this.#pool.seenCertificates();
    }
    /** Where each mapping of `connect-to` led that a request used. */
    notes() {
        return [...this.#usedMappings].map(({ shown }) => {
            const [host, target] = shown.split(/\s+/);
            return `connect-to: connections to ${host} went to ${target}`;
        });
    }
    /** A mapping that no request used may be a mistake. */
    warnings() {
        const unused = this.#options.connectTo.filter((mapping) => !this.#usedMappings.has(mapping));
        return unused.map(({ shown }) => `connect-to: no request used "${shown}"`);
    }
    async #exchange(get, route, attempt) {
        this.#requests += 1;
        const result = await exchange(get, this.#pool.agent, { route, attempt });
        const isAnswered = result.outcome.kind === "answer";
        if (isAnswered && result.socket)
            attempt.heardFrom.add(result.socket);
        if (!result.reused)
            return result;
        this.#reused += 1;
        if (isAnswered)
            this.#savings.set(route, (this.#savings.get(route) ?? 0) + 1);
        return result;
    }
    #toReply({ outcome, socket, reused }, { forwarder }) {
        const certificate = socket && this.#pool.certificateOf(socket);
        const reply = { outcome, reused, opened: socket !== null && !reused, resent: false, certificate };
        // Nobody but a proxy asks for this (RFC 9110, section 15.5.8). Its other answers cannot be told from the site's.
        if (outcome.kind !== "answer" || outcome.status !== 407 || forwarder === null)
            return reply;
        return { ...reply, outcome: refusal(describe407(forwarder)) };
    }
    /** The way to an origin, or the broken proxy variable through which it would lead. */
    #routeTo(origin) {
        const known = this.#routes.get(origin);
        if (known)
            return known;
        const route = this.#findRoute(origin);
        if (route.kind === "broken")
            return route;
        if (route.mapping)
            this.#usedMappings.add(route.mapping);
        this.#routes.set(origin, route);
        return route;
    }
    #findRoute(origin) {
        const { proxies, connectTo } = this.#options;
        const url = new URL(origin);
        const server = endpointOf(url);
        const mapping = findMapping(server, connectTo);
        // `checkBypass` decides what goes direct. Unlike http-client, a malformed proxy variable is an error.
        const proxy = mapping !== null || checkBypass(url) ? null : proxies[server.tls ? "https" : "http"];
        return proxy?.kind === "broken" ? proxy : routeTo(origin, { server, mapping, proxy });
    }
}
/**
 * Whether a kept connection failed before the head of an answer was complete, so that the request may be sent once
 * more: a server may close it at any time, and a client cannot know before it writes (RFC 9112, section 9.3.1).
 */
function isStale({ outcome, reused, progress }) {
    return outcome.kind === "failure" && reused && progress !== "head";
}
/** Whether not a byte of an answer came before the deadline. */
function isSilence({ outcome, progress }) {
    return outcome.kind === "failure" && outcome.error === deadlinePassed && progress === "nothing";
}
function refuse(address, { problem }) {
    const name = address.startsWith("https:") ? "HTTPS_PROXY" : "HTTP_PROXY";
    const outcome = refusal(`${name} (or ${name.toLowerCase()}) ${problem}`);
    return { outcome, reused: false, opened: false, resent: false, certificate: null };
}

;// CONCATENATED MODULE: ./lib/run.js












/**
 * The whole action: reads the inputs, checks each URI in turn over one session, reports, and says whether the step
 * succeeds. Rejects with an `InputError`, or with a bug of ours once what is known is reported.
 */
async function run(cancelled) {
    // Red until every result is in and good.
    process.exitCode = ExitCode.Failure;
    const inputs = readInputs();
    for (const secret of inputs.secrets)
        setSecret(secret);
    for (const warning of inputs.warnings)
        core_warning(logText(warning));
    const startedAt = now();
    // Aborted when the run is cancelled, and also where it ends for another reason.
    const stop = new AbortController();
    if (cancelled.aborted)
        stop.abort();
    cancelled.addEventListener("abort", () => stop.abort());
    const client = new HttpClient(undefined, [], { keepAlive: true });
    const session = new Session(client, inputs);
    const log = new Log();
    const rounds = new Rounds({ ...inputs, session, listener: log, cancelled: stop.signal });
    let isComplete = false;
    try {
        try {
            await guard(async () => {
                // Each URI in turn, then again what is down.
                await rounds.checkEach();
                await rounds.recheck();
            });
        }
        finally {
            stop.abort();
            client.dispose();
        }
        isComplete = true;
    }
    finally {
        log.end();
        const durationMs = now() - startedAt;
        await conclude(inputs, session, rounds, { durationMs, isComplete, isCancelled: cancelled.aborted });
    }
}
/** Warns and reports, and only then lets the step succeed. */
async function conclude(inputs, session, rounds, { durationMs, isComplete, isCancelled }) {
    const results = rounds.results();
    const { warnings, expiring } = findExpiring(session.certificates(), results, {
        warningDays: inputs.certificateWarningDays,
        now: new Date(),
        secrets: [...inputs.secrets, ...inputs.sharedSecrets],
    });
    for (const note of session.notes())
        info(logText(note));
    for (const warning of [...warnings, ...session.warnings(), ...rounds.warnings()])
        core_warning(logText(warning));
    const findings = {
        results,
        stats: session.stats(),
        durationMs,
        concurrency: inputs.concurrency,
        cancelled: isCancelled,
        succeeded: isComplete && results.every(({ result }) => result.state === "OK"),
        expiring,
        finishedAt: new Date(),
    };
    const environment = readEnvironment();
    await guard(() => writeReport(findings, environment));
    if (findings.succeeded)
        process.exitCode = ExitCode.Success;
    else
        setFailed(verdict(findings, environment.stepId));
}
/** Says what `run` rejected with: the user's mistakes, or a bug, with its stack for whoever turns on debug logging. */
async function fail(error) {
    if (error instanceof InputError) {
        for (const secret of error.secrets)
            setSecret(secret);
        await writeRefusal({ problems: error.problems, finishedAt: new Date() }, readEnvironment());
        setFailed(error.problems.map(logText).join("\n"));
        return;
    }
    const message = error instanceof Error ? error.message : String(error);
    debug(error instanceof Error && error.stack ? error.stack : message);
    setFailed(`uptimemon itself failed, which is a bug: ${logText(message)}`);
}

;// CONCATENATED MODULE: ./lib/index.js

const cancellation = new AbortController();
// Several signals in a row are one cancellation. A runner on Windows sends SIGINT, then SIGBREAK.
for (const signal of ["SIGINT", "SIGBREAK", "SIGTERM"])
    process.on(signal, () => cancellation.abort());
// A log that cannot be written, with its reader gone or its disk full, costs neither the verdict nor the files.
process.stdout.on("error", () => { });
run(cancellation.signal)
    .catch(fail)
    // Sockets that are being closed can still emit errors.
    .finally(() => process.once("uncaughtException", fail));

module.exports = __webpack_exports__;
/******/ })()
;