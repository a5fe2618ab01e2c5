/******/ (() => { // webpackBootstrap
/******/ 	"use strict";
/******/ 	var __webpack_modules__ = ({

/***/ 800:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {

var __webpack_unused_export__;

__webpack_unused_export__ = ({ value: true });
exports.wT = __webpack_unused_export__ = void 0;
const ed5 = __nccwpck_require__(950);
const ed2 = __nccwpck_require__(488);
const NSed3 = __nccwpck_require__(699);
var isS = ed5.isS;
var isChar10 = ed5.isChar;
var isNameStartChar = ed5.isNameStartChar;
var isNameChar = ed5.isNameChar;
var S_LIST = ed5.S_LIST;
var NAME_RE = ed5.NAME_RE;
var isChar11 = ed2.isChar;
var isNCNameStartChar = NSed3.isNCNameStartChar;
var isNCNameChar = NSed3.isNCNameChar;
var NC_NAME_RE = NSed3.NC_NAME_RE;
const XML_NAMESPACE = "http://www.w3.org/XML/1998/namespace";
const XMLNS_NAMESPACE = "http://www.w3.org/2000/xmlns/";
const rootNS = {
    // eslint-disable-next-line @typescript-eslint/no-explicit-any, @typescript-eslint/no-unsafe-assignment
    __proto__: null,
    xml: XML_NAMESPACE,
    xmlns: XMLNS_NAMESPACE,
};
const XML_ENTITIES = {
    // eslint-disable-next-line @typescript-eslint/no-explicit-any, @typescript-eslint/no-unsafe-assignment
    __proto__: null,
    amp: "&",
    gt: ">",
    lt: "<",
    quot: "\"",
    apos: "'",
};
// EOC: end-of-chunk
const EOC = -1;
const NL_LIKE = -2;
const S_BEGIN = 0; // Initial state.
const S_BEGIN_WHITESPACE = 1; // leading whitespace
const S_DOCTYPE = 2; // <!DOCTYPE
const S_DOCTYPE_QUOTE = 3; // <!DOCTYPE "//blah
const S_DTD = 4; // <!DOCTYPE "//blah" [ ...
const S_DTD_QUOTED = 5; // <!DOCTYPE "//blah" [ "foo
const S_DTD_OPEN_WAKA = 6;
const S_DTD_OPEN_WAKA_BANG = 7;
const S_DTD_COMMENT = 8; // <!--
const S_DTD_COMMENT_ENDING = 9; // <!-- blah -
const S_DTD_COMMENT_ENDED = 10; // <!-- blah --
const S_DTD_PI = 11; // <?
const S_DTD_PI_ENDING = 12; // <?hi "there" ?
const S_TEXT = 13; // general stuff
const S_ENTITY = 14; // &amp and such
const S_OPEN_WAKA = 15; // <
const S_OPEN_WAKA_BANG = 16; // <!...
const S_COMMENT = 17; // <!--
const S_COMMENT_ENDING = 18; // <!-- blah -
const S_COMMENT_ENDED = 19; // <!-- blah --
const S_CDATA = 20; // <![CDATA[ something
const S_CDATA_ENDING = 21; // ]
const S_CDATA_ENDING_2 = 22; // ]]
const S_PI_FIRST_CHAR = 23; // <?hi, first char
const S_PI_REST = 24; // <?hi, rest of the name
const S_PI_BODY = 25; // <?hi there
const S_PI_ENDING = 26; // <?hi "there" ?
const S_XML_DECL_NAME_START = 27; // <?xml
const S_XML_DECL_NAME = 28; // <?xml foo
const S_XML_DECL_EQ = 29; // <?xml foo=
const S_XML_DECL_VALUE_START = 30; // <?xml foo=
const S_XML_DECL_VALUE = 31; // <?xml foo="bar"
const S_XML_DECL_SEPARATOR = 32; // <?xml foo="bar"
const S_XML_DECL_ENDING = 33; // <?xml ... ?
const S_OPEN_TAG = 34; // <strong
const S_OPEN_TAG_SLASH = 35; // <strong /
const S_ATTRIB = 36; // <a
const S_ATTRIB_NAME = 37; // <a foo
const S_ATTRIB_NAME_SAW_WHITE = 38; // <a foo _
const S_ATTRIB_VALUE = 39; // <a foo=
const S_ATTRIB_VALUE_QUOTED = 40; // <a foo="bar
const S_ATTRIB_VALUE_CLOSED = 41; // <a foo="bar"
const S_ATTRIB_VALUE_UNQUOTED = 42; // <a foo=bar
const S_CLOSE_TAG = 43; // </a
const S_CLOSE_TAG_SAW_WHITE = 44; // </a   >
const TAB = 9;
const NL = 0xA;
const CR = 0xD;
const SPACE = 0x20;
const BANG = 0x21;
const DQUOTE = 0x22;
const AMP = 0x26;
const SQUOTE = 0x27;
const MINUS = 0x2D;
const FORWARD_SLASH = 0x2F;
const SEMICOLON = 0x3B;
const LESS = 0x3C;
const EQUAL = 0x3D;
const GREATER = 0x3E;
const QUESTION = 0x3F;
const OPEN_BRACKET = 0x5B;
const CLOSE_BRACKET = 0x5D;
const NEL = 0x85;
const LS = 0x2028; // Line Separator
const isQuote = (c) => c === DQUOTE || c === SQUOTE;
const QUOTES = [DQUOTE, SQUOTE];
const DOCTYPE_TERMINATOR = [...QUOTES, OPEN_BRACKET, GREATER];
const DTD_TERMINATOR = [...QUOTES, LESS, CLOSE_BRACKET];
const XML_DECL_NAME_TERMINATOR = [EQUAL, QUESTION, ...S_LIST];
const ATTRIB_VALUE_UNQUOTED_TERMINATOR = [...S_LIST, GREATER, AMP, LESS];
function nsPairCheck(parser, prefix, uri) {
    switch (prefix) {
        case "xml":
            if (uri !== XML_NAMESPACE) {
                parser.fail(`xml prefix must be bound to ${XML_NAMESPACE}.`);
            }
            break;
        case "xmlns":
            if (uri !== XMLNS_NAMESPACE) {
                parser.fail(`xmlns prefix must be bound to ${XMLNS_NAMESPACE}.`);
            }
            break;
        default:
    }
    switch (uri) {
        case XMLNS_NAMESPACE:
            parser.fail(prefix === "" ?
                `the default namespace may not be set to ${uri}.` :
                `may not assign a prefix (even "xmlns") to the URI \
${XMLNS_NAMESPACE}.`);
            break;
        case XML_NAMESPACE:
            switch (prefix) {
                case "xml":
                    // Assinging the XML namespace to "xml" is fine.
                    break;
                case "":
                    parser.fail(`the default namespace may not be set to ${uri}.`);
                    break;
                default:
                    parser.fail("may not assign the xml namespace to another prefix.");
            }
            break;
        default:
    }
}
function nsMappingCheck(parser, mapping) {
    for (const local of Object.keys(mapping)) {
        nsPairCheck(parser, local, mapping[local]);
    }
}
const isNCName = (name) => NC_NAME_RE.test(name);
const isName = (name) => NAME_RE.test(name);
const FORBIDDEN_START = 0;
const FORBIDDEN_BRACKET = 1;
const FORBIDDEN_BRACKET_BRACKET = 2;
/**
 * The list of supported events.
 */
__webpack_unused_export__ = [
    "xmldecl",
    "text",
    "processinginstruction",
    "doctype",
    "comment",
    "opentagstart",
    "attribute",
    "opentag",
    "closetag",
    "cdata",
    "error",
    "end",
    "ready",
];
const EVENT_NAME_TO_HANDLER_NAME = {
    xmldecl: "xmldeclHandler",
    text: "textHandler",
    processinginstruction: "piHandler",
    doctype: "doctypeHandler",
    comment: "commentHandler",
    opentagstart: "openTagStartHandler",
    attribute: "attributeHandler",
    opentag: "openTagHandler",
    closetag: "closeTagHandler",
    cdata: "cdataHandler",
    error: "errorHandler",
    end: "endHandler",
    ready: "readyHandler",
};
// eslint-disable-next-line @typescript-eslint/ban-types
class SaxesParser {
    /**
     * @param opt The parser options.
     */
    constructor(opt) {
        this.opt = opt !== null && opt !== void 0 ? opt : {};
        this.fragmentOpt = !!this.opt.fragment;
        const xmlnsOpt = this.xmlnsOpt = !!this.opt.xmlns;
        this.trackPosition = this.opt.position !== false;
        this.fileName = this.opt.fileName;
        if (xmlnsOpt) {
            // This is the function we use to perform name checks on PIs and entities.
            // When namespaces are used, colons are not allowed in PI target names or
            // entity names. So the check depends on whether namespaces are used. See:
            //
            // https://www.w3.org/XML/xml-names-19990114-errata.html
            // NE08
            //
            this.nameStartCheck = isNCNameStartChar;
            this.nameCheck = isNCNameChar;
            this.isName = isNCName;
            // eslint-disable-next-line @typescript-eslint/unbound-method
            this.processAttribs = this.processAttribsNS;
            // eslint-disable-next-line @typescript-eslint/unbound-method
            this.pushAttrib = this.pushAttribNS;
            // eslint-disable-next-line @typescript-eslint/no-explicit-any, @typescript-eslint/no-unsafe-assignment
            this.ns = Object.assign({ __proto__: null }, rootNS);
            const additional = this.opt.additionalNamespaces;
            if (additional != null) {
                nsMappingCheck(this, additional);
                Object.assign(this.ns, additional);
            }
        }
        else {
            this.nameStartCheck = isNameStartChar;
            this.nameCheck = isNameChar;
            this.isName = isName;
            // eslint-disable-next-line @typescript-eslint/unbound-method
            this.processAttribs = this.processAttribsPlain;
            // eslint-disable-next-line @typescript-eslint/unbound-method
            this.pushAttrib = this.pushAttribPlain;
        }
        //
        // The order of the members in this table needs to correspond to the state
        // numbers given to the states that correspond to the methods being recorded
        // here.
        //
        this.stateTable = [
            /* eslint-disable @typescript-eslint/unbound-method */
            this.sBegin,
            this.sBeginWhitespace,
            this.sDoctype,
            this.sDoctypeQuote,
            this.sDTD,
            this.sDTDQuoted,
            this.sDTDOpenWaka,
            this.sDTDOpenWakaBang,
            this.sDTDComment,
            this.sDTDCommentEnding,
            this.sDTDCommentEnded,
            this.sDTDPI,
            this.sDTDPIEnding,
            this.sText,
            this.sEntity,
            this.sOpenWaka,
            this.sOpenWakaBang,
            this.sComment,
            this.sCommentEnding,
            this.sCommentEnded,
            this.sCData,
            this.sCDataEnding,
            this.sCDataEnding2,
            this.sPIFirstChar,
            this.sPIRest,
            this.sPIBody,
            this.sPIEnding,
            this.sXMLDeclNameStart,
            this.sXMLDeclName,
            this.sXMLDeclEq,
            this.sXMLDeclValueStart,
            this.sXMLDeclValue,
            this.sXMLDeclSeparator,
            this.sXMLDeclEnding,
            this.sOpenTag,
            this.sOpenTagSlash,
            this.sAttrib,
            this.sAttribName,
            this.sAttribNameSawWhite,
            this.sAttribValue,
            this.sAttribValueQuoted,
            this.sAttribValueClosed,
            this.sAttribValueUnquoted,
            this.sCloseTag,
            this.sCloseTagSawWhite,
            /* eslint-enable @typescript-eslint/unbound-method */
        ];
        this._init();
    }
    /**
     * Indicates whether or not the parser is closed. If ``true``, wait for
     * the ``ready`` event to write again.
     */
    get closed() {
        return this._closed;
    }
    _init() {
        var _a;
        this.openWakaBang = "";
        this.text = "";
        this.name = "";
        this.piTarget = "";
        this.entity = "";
        this.q = null;
        this.tags = [];
        this.tag = null;
        this.topNS = null;
        this.chunk = "";
        this.chunkPosition = 0;
        this.i = 0;
        this.prevI = 0;
        this.carriedFromPrevious = undefined;
        this.forbiddenState = FORBIDDEN_START;
        this.attribList = [];
        // The logic is organized so as to minimize the need to check
        // this.opt.fragment while parsing.
        const { fragmentOpt } = this;
        this.state = fragmentOpt ? S_TEXT : S_BEGIN;
        // We want these to be all true if we are dealing with a fragment.
        this.reportedTextBeforeRoot = this.reportedTextAfterRoot = this.closedRoot =
            this.sawRoot = fragmentOpt;
        // An XML declaration is intially possible only when parsing whole
        // documents.
        this.xmlDeclPossible = !fragmentOpt;
        this.xmlDeclExpects = ["version"];
        this.entityReturnState = undefined;
        let { defaultXMLVersion } = this.opt;
        if (defaultXMLVersion === undefined) {
            if (this.opt.forceXMLVersion === true) {
                throw new Error("forceXMLVersion set but defaultXMLVersion is not set");
            }
            defaultXMLVersion = "1.0";
        }
        this.setXMLVersion(defaultXMLVersion);
        this.positionAtNewLine = 0;
        this.doctype = false;
        this._closed = false;
        this.xmlDecl = {
            version: undefined,
            encoding: undefined,
            standalone: undefined,
        };
        this.line = 1;
        this.column = 0;
        this.ENTITIES = Object.create(XML_ENTITIES);
        (_a = this.readyHandler) === null || _a === void 0 ? void 0 : _a.call(this);
    }
    /**
     * The stream position the parser is currently looking at. This field is
     * zero-based.
     *
     * This field is not based on counting Unicode characters but is to be
     * interpreted as a plain index into a JavaScript string.
     */
    get position() {
        return this.chunkPosition + this.i;
    }
    /**
     * The column number of the next character to be read by the parser.  *
     * This field is zero-based. (The first column in a line is 0.)
     *
     * This field reports the index at which the next character would be in the
     * line if the line were represented as a JavaScript string.  Note that this
     * *can* be different to a count based on the number of *Unicode characters*
     * due to how JavaScript handles astral plane characters.
     *
     * See [[column]] for a number that corresponds to a count of Unicode
     * characters.
     */
    get columnIndex() {
        return this.position - this.positionAtNewLine;
    }
    /**
     * Set an event listener on an event. The parser supports one handler per
     * event type. If you try to set an event handler over an existing handler,
     * the old handler is silently overwritten.
     *
     * @param name The event to listen to.
     *
     * @param handler The handler to set.
     */
    on(name, handler) {
        // eslint-disable-next-line @typescript-eslint/no-explicit-any, @typescript-eslint/no-unsafe-member-access
        this[EVENT_NAME_TO_HANDLER_NAME[name]] = handler;
    }
    /**
     * Unset an event handler.
     *
     * @parma name The event to stop listening to.
     */
    off(name) {
        // eslint-disable-next-line @typescript-eslint/no-explicit-any, @typescript-eslint/no-unsafe-member-access
        this[EVENT_NAME_TO_HANDLER_NAME[name]] = undefined;
    }
    /**
     * Make an error object. The error object will have a message that contains
     * the ``fileName`` option passed at the creation of the parser. If position
     * tracking was turned on, it will also have line and column number
     * information.
     *
     * @param message The message describing the error to report.
     *
     * @returns An error object with a properly formatted message.
     */
    makeError(message) {
        var _a;
        let msg = (_a = this.fileName) !== null && _a !== void 0 ? _a : "";
        if (this.trackPosition) {
            if (msg.length > 0) {
                msg += ":";
            }
            msg += `${this.line}:${this.column}`;
        }
        if (msg.length > 0) {
            msg += ": ";
        }
        return new Error(msg + message);
    }
    /**
     * Report a parsing error. This method is made public so that client code may
     * check for issues that are outside the scope of this project and can report
     * errors.
     *
     * @param message The error to report.
     *
     * @returns this
     */
    fail(message) {
        const err = this.makeError(message);
        const handler = this.errorHandler;
        if (handler === undefined) {
            throw err;
        }
        else {
            handler(err);
        }
        return this;
    }
    /**
     * Write a XML data to the parser.
     *
     * @param chunk The XML data to write.
     *
     * @returns this
     */
    // We do need object for the type here. Yes, it often causes problems
    // but not in this case.
    write(chunk) {
        if (this.closed) {
            return this.fail("cannot write after close; assign an onready handler.");
        }
        let end = false;
        if (chunk === null) {
            // We cannot return immediately because carriedFromPrevious may need
            // processing.
            end = true;
            chunk = "";
        }
        else if (typeof chunk === "object") {
            chunk = chunk.toString();
        }
        // We checked if performing a pre-decomposition of the string into an array
        // of single complete characters (``Array.from(chunk)``) would be faster
        // than the current repeated calls to ``charCodeAt``. As of August 2018, it
        // isn't. (There may be Node-specific code that would perform faster than
        // ``Array.from`` but don't want to be dependent on Node.)
        if (this.carriedFromPrevious !== undefined) {
            // The previous chunk had char we must carry over.
            chunk = `${this.carriedFromPrevious}${chunk}`;
            this.carriedFromPrevious = undefined;
        }
        let limit = chunk.length;
        const lastCode = chunk.charCodeAt(limit - 1);
        if (!end &&
            // A trailing CR or surrogate must be carried over to the next
            // chunk.
            (lastCode === CR || (lastCode >= 0xD800 && lastCode <= 0xDBFF))) {
            // The chunk ends with a character that must be carried over. We cannot
            // know how to handle it until we get the next chunk or the end of the
            // stream. So save it for later.
            this.carriedFromPrevious = chunk[limit - 1];
            limit--;
            chunk = chunk.slice(0, limit);
        }
        const { stateTable } = this;
        this.chunk = chunk;
        this.i = 0;
        while (this.i < limit) {
            // eslint-disable-next-line @typescript-eslint/no-explicit-any, @typescript-eslint/no-unsafe-argument
            stateTable[this.state].call(this);
        }
        this.chunkPosition += limit;
        return end ? this.end() : this;
    }
    /**
     * Close the current stream. Perform final well-formedness checks and reset
     * the parser tstate.
     *
     * @returns this
     */
    close() {
        return this.write(null);
    }
    /**
     * Get a single code point out of the current chunk. This updates the current
     * position if we do position tracking.
     *
     * This is the algorithm to use for XML 1.0.
     *
     * @returns The character read.
     */
    getCode10() {
        const { chunk, i } = this;
        this.prevI = i;
        // Yes, we do this instead of doing this.i++. Doing it this way, we do not
        // read this.i again, which is a bit faster.
        this.i = i + 1;
        if (i >= chunk.length) {
            return EOC;
        }
        // Using charCodeAt and handling the surrogates ourselves is faster
        // than using codePointAt.
        const code = chunk.charCodeAt(i);
        this.column++;
        if (code < 0xD800) {
            if (code >= SPACE || code === TAB) {
                return code;
            }
            switch (code) {
                case NL:
                    this.line++;
                    this.column = 0;
                    this.positionAtNewLine = this.position;
                    return NL;
                case CR:
                    // We may get NaN if we read past the end of the chunk, which is fine.
                    if (chunk.charCodeAt(i + 1) === NL) {
                        // A \r\n sequence is converted to \n so we have to skip over the
                        // next character. We already know it has a size of 1 so ++ is fine
                        // here.
                        this.i = i + 2;
                    }
                    // Otherwise, a \r is just converted to \n, so we don't have to skip
                    // ahead.
                    // In either case, \r becomes \n.
                    this.line++;
                    this.column = 0;
                    this.positionAtNewLine = this.position;
                    return NL_LIKE;
                default:
                    // If we get here, then code < SPACE and it is not NL CR or TAB.
                    this.fail("disallowed character.");
                    return code;
            }
        }
        if (code > 0xDBFF) {
            // This is a specialized version of isChar10 that takes into account
            // that in this context code > 0xDBFF and code <= 0xFFFF. So it does not
            // test cases that don't need testing.
            if (!(code >= 0xE000 && code <= 0xFFFD)) {
                this.fail("disallowed character.");
            }
            return code;
        }
        const final = 0x10000 + ((code - 0xD800) * 0x400) +
            (chunk.charCodeAt(i + 1) - 0xDC00);
        this.i = i + 2;
        // This is a specialized version of isChar10 that takes into account that in
        // this context necessarily final >= 0x10000.
        if (final > 0x10FFFF) {
            this.fail("disallowed character.");
        }
        return final;
    }
    /**
     * Get a single code point out of the current chunk. This updates the current
     * position if we do position tracking.
     *
     * This is the algorithm to use for XML 1.1.
     *
     * @returns {number} The character read.
     */
    getCode11() {
        const { chunk, i } = this;
        this.prevI = i;
        // Yes, we do this instead of doing this.i++. Doing it this way, we do not
        // read this.i again, which is a bit faster.
        this.i = i + 1;
        if (i >= chunk.length) {
            return EOC;
        }
        // Using charCodeAt and handling the surrogates ourselves is faster
        // than using codePointAt.
        const code = chunk.charCodeAt(i);
        this.column++;
        if (code < 0xD800) {
            if ((code > 0x1F && code < 0x7F) || (code > 0x9F && code !== LS) ||
                code === TAB) {
                return code;
            }
            switch (code) {
                case NL: // 0xA
                    this.line++;
                    this.column = 0;
                    this.positionAtNewLine = this.position;
                    return NL;
                case CR: { // 0xD
                    // We may get NaN if we read past the end of the chunk, which is
                    // fine.
                    const next = chunk.charCodeAt(i + 1);
                    if (next === NL || next === NEL) {
                        // A CR NL or CR NEL sequence is converted to NL so we have to skip
                        // over the next character. We already know it has a size of 1.
                        this.i = i + 2;
                    }
                    // Otherwise, a CR is just converted to NL, no skip.
                }
                /* yes, fall through */
                case NEL: // 0x85
                case LS: // Ox2028
                    this.line++;
                    this.column = 0;
                    this.positionAtNewLine = this.position;
                    return NL_LIKE;
                default:
                    this.fail("disallowed character.");
                    return code;
            }
        }
        if (code > 0xDBFF) {
            // This is a specialized version of isCharAndNotRestricted that takes into
            // account that in this context code > 0xDBFF and code <= 0xFFFF. So it
            // does not test cases that don't need testing.
            if (!(code >= 0xE000 && code <= 0xFFFD)) {
                this.fail("disallowed character.");
            }
            return code;
        }
        const final = 0x10000 + ((code - 0xD800) * 0x400) +
            (chunk.charCodeAt(i + 1) - 0xDC00);
        this.i = i + 2;
        // This is a specialized version of isCharAndNotRestricted that takes into
        // account that in this context necessarily final >= 0x10000.
        if (final > 0x10FFFF) {
            this.fail("disallowed character.");
        }
        return final;
    }
    /**
     * Like ``getCode`` but with the return value normalized so that ``NL`` is
     * returned for ``NL_LIKE``.
     */
    getCodeNorm() {
        const c = this.getCode();
        return c === NL_LIKE ? NL : c;
    }
    unget() {
        this.i = this.prevI;
        this.column--;
    }
    /**
     * Capture characters into a buffer until encountering one of a set of
     * characters.
     *
     * @param chars An array of codepoints. Encountering a character in the array
     * ends the capture. (``chars`` may safely contain ``NL``.)
     *
     * @return The character code that made the capture end, or ``EOC`` if we hit
     * the end of the chunk. The return value cannot be NL_LIKE: NL is returned
     * instead.
     */
    captureTo(chars) {
        let { i: start } = this;
        const { chunk } = this;
        // eslint-disable-next-line no-constant-condition
        while (true) {
            const c = this.getCode();
            const isNLLike = c === NL_LIKE;
            const final = isNLLike ? NL : c;
            if (final === EOC || chars.includes(final)) {
                this.text += chunk.slice(start, this.prevI);
                return final;
            }
            if (isNLLike) {
                this.text += `${chunk.slice(start, this.prevI)}\n`;
                start = this.i;
            }
        }
    }
    /**
     * Capture characters into a buffer until encountering a character.
     *
     * @param char The codepoint that ends the capture. **NOTE ``char`` MAY NOT
     * CONTAIN ``NL``.** Passing ``NL`` will result in buggy behavior.
     *
     * @return ``true`` if we ran into the character. Otherwise, we ran into the
     * end of the current chunk.
     */
    captureToChar(char) {
        let { i: start } = this;
        const { chunk } = this;
        // eslint-disable-next-line no-constant-condition
        while (true) {
            let c = this.getCode();
            switch (c) {
                case NL_LIKE:
                    this.text += `${chunk.slice(start, this.prevI)}\n`;
                    start = this.i;
                    c = NL;
                    break;
                case EOC:
                    this.text += chunk.slice(start);
                    return false;
                default:
            }
            if (c === char) {
                this.text += chunk.slice(start, this.prevI);
                return true;
            }
        }
    }
    /**
     * Capture characters that satisfy ``isNameChar`` into the ``name`` field of
     * this parser.
     *
     * @return The character code that made the test fail, or ``EOC`` if we hit
     * the end of the chunk. The return value cannot be NL_LIKE: NL is returned
     * instead.
     */
    captureNameChars() {
        const { chunk, i: start } = this;
        // eslint-disable-next-line no-constant-condition
        while (true) {
            const c = this.getCode();
            if (c === EOC) {
                this.name += chunk.slice(start);
                return EOC;
            }
            // NL is not a name char so we don't have to test specifically for it.
            if (!isNameChar(c)) {
                this.name += chunk.slice(start, this.prevI);
                return c === NL_LIKE ? NL : c;
            }
        }
    }
    /**
     * Skip white spaces.
     *
     * @return The character that ended the skip, or ``EOC`` if we hit
     * the end of the chunk. The return value cannot be NL_LIKE: NL is returned
     * instead.
     */
    skipSpaces() {
        // eslint-disable-next-line no-constant-condition
        while (true) {
            const c = this.getCodeNorm();
            if (c === EOC || !isS(c)) {
                return c;
            }
        }
    }
    setXMLVersion(version) {
        this.currentXMLVersion = version;
        /*  eslint-disable @typescript-eslint/unbound-method */
        if (version === "1.0") {
            this.isChar = isChar10;
            this.getCode = this.getCode10;
        }
        else {
            this.isChar = isChar11;
            this.getCode = this.getCode11;
        }
        /* eslint-enable @typescript-eslint/unbound-method */
    }
    // STATE ENGINE METHODS
    // This needs to be a state separate from S_BEGIN_WHITESPACE because we want
    // to be sure never to come back to this state later.
    sBegin() {
        // We are essentially peeking at the first character of the chunk. Since
        // S_BEGIN can be in effect only when we start working on the first chunk,
        // the index at which we must look is necessarily 0. Note also that the
        // following test does not depend on decoding surrogates.
        // If the initial character is 0xFEFF, ignore it.
        if (this.chunk.charCodeAt(0) === 0xFEFF) {
            this.i++;
            this.column++;
        }
        this.state = S_BEGIN_WHITESPACE;
    }
    sBeginWhitespace() {
        // We need to know whether we've encountered spaces or not because as soon
        // as we run into a space, an XML declaration is no longer possible. Rather
        // than slow down skipSpaces even in places where we don't care whether it
        // skipped anything or not, we check whether prevI is equal to the value of
        // i from before we skip spaces.
        const iBefore = this.i;
        const c = this.skipSpaces();
        if (this.prevI !== iBefore) {
            this.xmlDeclPossible = false;
        }
        switch (c) {
            case LESS:
                this.state = S_OPEN_WAKA;
                // We could naively call closeText but in this state, it is not normal
                // to have text be filled with any data.
                if (this.text.length !== 0) {
                    throw new Error("no-empty text at start");
                }
                break;
            case EOC:
                break;
            default:
                this.unget();
                this.state = S_TEXT;
                this.xmlDeclPossible = false;
        }
    }
    sDoctype() {
        var _a;
        const c = this.captureTo(DOCTYPE_TERMINATOR);
        switch (c) {
            case GREATER: {
                (_a = this.doctypeHandler) === null || _a === void 0 ? void 0 : _a.call(this, this.text);
                this.text = "";
                this.state = S_TEXT;
                this.doctype = true; // just remember that we saw it.
                break;
            }
            case EOC:
                break;
            default:
                this.text += String.fromCodePoint(c);
                if (c === OPEN_BRACKET) {
                    this.state = S_DTD;
                }
                else if (isQuote(c)) {
                    this.state = S_DOCTYPE_QUOTE;
                    this.q = c;
                }
        }
    }
    sDoctypeQuote() {
        const q = this.q;
        if (this.captureToChar(q)) {
            this.text += String.fromCodePoint(q);
            this.q = null;
            this.state = S_DOCTYPE;
        }
    }
    sDTD() {
        const c = this.captureTo(DTD_TERMINATOR);
        if (c === EOC) {
            return;
        }
        this.text += String.fromCodePoint(c);
        if (c === CLOSE_BRACKET) {
            this.state = S_DOCTYPE;
        }
        else if (c === LESS) {
            this.state = S_DTD_OPEN_WAKA;
        }
        else if (isQuote(c)) {
            this.state = S_DTD_QUOTED;
            this.q = c;
        }
    }
    sDTDQuoted() {
        const q = this.q;
        if (this.captureToChar(q)) {
            this.text += String.fromCodePoint(q);
            this.state = S_DTD;
            this.q = null;
        }
    }
    sDTDOpenWaka() {
        const c = this.getCodeNorm();
        this.text += String.fromCodePoint(c);
        switch (c) {
            case BANG:
                this.state = S_DTD_OPEN_WAKA_BANG;
                this.openWakaBang = "";
                break;
            case QUESTION:
                this.state = S_DTD_PI;
                break;
            default:
                this.state = S_DTD;
        }
    }
    sDTDOpenWakaBang() {
        const char = String.fromCodePoint(this.getCodeNorm());
        const owb = this.openWakaBang += char;
        this.text += char;
        if (owb !== "-") {
            this.state = owb === "--" ? S_DTD_COMMENT : S_DTD;
            this.openWakaBang = "";
        }
    }
    sDTDComment() {
        if (this.captureToChar(MINUS)) {
            this.text += "-";
            this.state = S_DTD_COMMENT_ENDING;
        }
    }
    sDTDCommentEnding() {
        const c = this.getCodeNorm();
        this.text += String.fromCodePoint(c);
        this.state = c === MINUS ? S_DTD_COMMENT_ENDED : S_DTD_COMMENT;
    }
    sDTDCommentEnded() {
        const c = this.getCodeNorm();
        this.text += String.fromCodePoint(c);
        if (c === GREATER) {
            this.state = S_DTD;
        }
        else {
            this.fail("malformed comment.");
            // <!-- blah -- bloo --> will be recorded as
            // a comment of " blah -- bloo "
            this.state = S_DTD_COMMENT;
        }
    }
    sDTDPI() {
        if (this.captureToChar(QUESTION)) {
            this.text += "?";
            this.state = S_DTD_PI_ENDING;
        }
    }
    sDTDPIEnding() {
        const c = this.getCodeNorm();
        this.text += String.fromCodePoint(c);
        if (c === GREATER) {
            this.state = S_DTD;
        }
    }
    sText() {
        //
        // We did try a version of saxes where the S_TEXT state was split in two
        // states: one for text inside the root element, and one for text
        // outside. This was avoiding having to test this.tags.length to decide
        // what implementation to actually use.
        //
        // Peformance testing on gigabyte-size files did not show any advantage to
        // using the two states solution instead of the current one. Conversely, it
        // made the code a bit more complicated elsewhere. For instance, a comment
        // can appear before the root element so when a comment ended it was
        // necessary to determine whether to return to the S_TEXT state or to the
        // new text-outside-root state.
        //
        if (this.tags.length !== 0) {
            this.handleTextInRoot();
        }
        else {
            this.handleTextOutsideRoot();
        }
    }
    sEntity() {
        // This is essentially a specialized version of captureToChar(SEMICOLON...)
        let { i: start } = this;
        const { chunk } = this;
        // eslint-disable-next-line no-labels, no-restricted-syntax
        loop: 
        // eslint-disable-next-line no-constant-condition
        while (true) {
            switch (this.getCode()) {
                case NL_LIKE:
                    this.entity += `${chunk.slice(start, this.prevI)}\n`;
                    start = this.i;
                    break;
                case SEMICOLON: {
                    const { entityReturnState } = this;
                    const entity = this.entity + chunk.slice(start, this.prevI);
                    this.state = entityReturnState;
                    let parsed;
                    if (entity === "") {
                        this.fail("empty entity name.");
                        parsed = "&;";
                    }
                    else {
                        parsed = this.parseEntity(entity);
                        this.entity = "";
                    }
                    if (entityReturnState !== S_TEXT || this.textHandler !== undefined) {
                        this.text += parsed;
                    }
                    // eslint-disable-next-line no-labels
                    break loop;
                }
                case EOC:
                    this.entity += chunk.slice(start);
                    // eslint-disable-next-line no-labels
                    break loop;
                default:
            }
        }
    }
    sOpenWaka() {
        // Reminder: a state handler is called with at least one character
        // available in the current chunk. So the first call to get code inside of
        // a state handler cannot return ``EOC``. That's why we don't test
        // for it.
        const c = this.getCode();
        // either a /, ?, !, or text is coming next.
        if (isNameStartChar(c)) {
            this.state = S_OPEN_TAG;
            this.unget();
            this.xmlDeclPossible = false;
        }
        else {
            switch (c) {
                case FORWARD_SLASH:
                    this.state = S_CLOSE_TAG;
                    this.xmlDeclPossible = false;
                    break;
                case BANG:
                    this.state = S_OPEN_WAKA_BANG;
                    this.openWakaBang = "";
                    this.xmlDeclPossible = false;
                    break;
                case QUESTION:
                    this.state = S_PI_FIRST_CHAR;
                    break;
                default:
                    this.fail("disallowed character in tag name");
                    this.state = S_TEXT;
                    this.xmlDeclPossible = false;
            }
        }
    }
    sOpenWakaBang() {
        this.openWakaBang += String.fromCodePoint(this.getCodeNorm());
        switch (this.openWakaBang) {
            case "[CDATA[":
                if (!this.sawRoot && !this.reportedTextBeforeRoot) {
                    this.fail("text data outside of root node.");
                    this.reportedTextBeforeRoot = true;
                }
                if (this.closedRoot && !this.reportedTextAfterRoot) {
                    this.fail("text data outside of root node.");
                    this.reportedTextAfterRoot = true;
                }
                this.state = S_CDATA;
                this.openWakaBang = "";
                break;
            case "--":
                this.state = S_COMMENT;
                this.openWakaBang = "";
                break;
            case "DOCTYPE":
                this.state = S_DOCTYPE;
                if (this.doctype || this.sawRoot) {
                    this.fail("inappropriately located doctype declaration.");
                }
                this.openWakaBang = "";
                break;
            default:
                // 7 happens to be the maximum length of the string that can possibly
                // match one of the cases above.
                if (this.openWakaBang.length >= 7) {
                    this.fail("incorrect syntax.");
                }
        }
    }
    sComment() {
        if (this.captureToChar(MINUS)) {
            this.state = S_COMMENT_ENDING;
        }
    }
    sCommentEnding() {
        var _a;
        const c = this.getCodeNorm();
        if (c === MINUS) {
            this.state = S_COMMENT_ENDED;
            (_a = this.commentHandler) === null || _a === void 0 ? void 0 : _a.call(this, this.text);
            this.text = "";
        }
        else {
            this.text += `-${String.fromCodePoint(c)}`;
            this.state = S_COMMENT;
        }
    }
    sCommentEnded() {
        const c = this.getCodeNorm();
        if (c !== GREATER) {
            this.fail("malformed comment.");
            // <!-- blah -- bloo --> will be recorded as
            // a comment of " blah -- bloo "
            this.text += `--${String.fromCodePoint(c)}`;
            this.state = S_COMMENT;
        }
        else {
            this.state = S_TEXT;
        }
    }
    sCData() {
        if (this.captureToChar(CLOSE_BRACKET)) {
            this.state = S_CDATA_ENDING;
        }
    }
    sCDataEnding() {
        const c = this.getCodeNorm();
        if (c === CLOSE_BRACKET) {
            this.state = S_CDATA_ENDING_2;
        }
        else {
            this.text += `]${String.fromCodePoint(c)}`;
            this.state = S_CDATA;
        }
    }
    sCDataEnding2() {
        var _a;
        const c = this.getCodeNorm();
        switch (c) {
            case GREATER: {
                (_a = this.cdataHandler) === null || _a === void 0 ? void 0 : _a.call(this, this.text);
                this.text = "";
                this.state = S_TEXT;
                break;
            }
            case CLOSE_BRACKET:
                this.text += "]";
                break;
            default:
                this.text += `]]${String.fromCodePoint(c)}`;
                this.state = S_CDATA;
        }
    }
    // We need this separate state to check the first character fo the pi target
    // with this.nameStartCheck which allows less characters than this.nameCheck.
    sPIFirstChar() {
        const c = this.getCodeNorm();
        // This is first because in the case where the file is well-formed this is
        // the branch taken. We optimize for well-formedness.
        if (this.nameStartCheck(c)) {
            this.piTarget += String.fromCodePoint(c);
            this.state = S_PI_REST;
        }
        else if (c === QUESTION || isS(c)) {
            this.fail("processing instruction without a target.");
            this.state = c === QUESTION ? S_PI_ENDING : S_PI_BODY;
        }
        else {
            this.fail("disallowed character in processing instruction name.");
            this.piTarget += String.fromCodePoint(c);
            this.state = S_PI_REST;
        }
    }
    sPIRest() {
        // Capture characters into a piTarget while ``this.nameCheck`` run on the
        // character read returns true.
        const { chunk, i: start } = this;
        // eslint-disable-next-line no-constant-condition
        while (true) {
            const c = this.getCodeNorm();
            if (c === EOC) {
                this.piTarget += chunk.slice(start);
                return;
            }
            // NL cannot satisfy this.nameCheck so we don't have to test specifically
            // for it.
            if (!this.nameCheck(c)) {
                this.piTarget += chunk.slice(start, this.prevI);
                const isQuestion = c === QUESTION;
                if (isQuestion || isS(c)) {
                    if (this.piTarget === "xml") {
                        if (!this.xmlDeclPossible) {
                            this.fail("an XML declaration must be at the start of the document.");
                        }
                        this.state = isQuestion ? S_XML_DECL_ENDING : S_XML_DECL_NAME_START;
                    }
                    else {
                        this.state = isQuestion ? S_PI_ENDING : S_PI_BODY;
                    }
                }
                else {
                    this.fail("disallowed character in processing instruction name.");
                    this.piTarget += String.fromCodePoint(c);
                }
                break;
            }
        }
    }
    sPIBody() {
        if (this.text.length === 0) {
            const c = this.getCodeNorm();
            if (c === QUESTION) {
                this.state = S_PI_ENDING;
            }
            else if (!isS(c)) {
                this.text = String.fromCodePoint(c);
            }
        }
        // The question mark character is not valid inside any of the XML
        // declaration name/value pairs.
        else if (this.captureToChar(QUESTION)) {
            this.state = S_PI_ENDING;
        }
    }
    sPIEnding() {
        var _a;
        const c = this.getCodeNorm();
        if (c === GREATER) {
            const { piTarget } = this;
            if (piTarget.toLowerCase() === "xml") {
                this.fail("the XML declaration must appear at the start of the document.");
            }
            (_a = this.piHandler) === null || _a === void 0 ? void 0 : _a.call(this, {
                target: piTarget,
                body: this.text,
            });
            this.piTarget = this.text = "";
            this.state = S_TEXT;
        }
        else if (c === QUESTION) {
            // We ran into ?? as part of a processing instruction. We initially took
            // the first ? as a sign that the PI was ending, but it is not. So we have
            // to add it to the body but we take the new ? as a sign that the PI is
            // ending.
            this.text += "?";
        }
        else {
            this.text += `?${String.fromCodePoint(c)}`;
            this.state = S_PI_BODY;
        }
        this.xmlDeclPossible = false;
    }
    sXMLDeclNameStart() {
        const c = this.skipSpaces();
        // The question mark character is not valid inside any of the XML
        // declaration name/value pairs.
        if (c === QUESTION) {
            // It is valid to go to S_XML_DECL_ENDING from this state.
            this.state = S_XML_DECL_ENDING;
            return;
        }
        if (c !== EOC) {
            this.state = S_XML_DECL_NAME;
            this.name = String.fromCodePoint(c);
        }
    }
    sXMLDeclName() {
        const c = this.captureTo(XML_DECL_NAME_TERMINATOR);
        // The question mark character is not valid inside any of the XML
        // declaration name/value pairs.
        if (c === QUESTION) {
            this.state = S_XML_DECL_ENDING;
            this.name += this.text;
            this.text = "";
            this.fail("XML declaration is incomplete.");
            return;
        }
        if (!(isS(c) || c === EQUAL)) {
            return;
        }
        this.name += this.text;
        this.text = "";
        if (!this.xmlDeclExpects.includes(this.name)) {
            switch (this.name.length) {
                case 0:
                    this.fail("did not expect any more name/value pairs.");
                    break;
                case 1:
                    this.fail(`expected the name ${this.xmlDeclExpects[0]}.`);
                    break;
                default:
                    this.fail(`expected one of ${this.xmlDeclExpects.join(", ")}`);
            }
        }
        this.state = c === EQUAL ? S_XML_DECL_VALUE_START : S_XML_DECL_EQ;
    }
    sXMLDeclEq() {
        const c = this.getCodeNorm();
        // The question mark character is not valid inside any of the XML
        // declaration name/value pairs.
        if (c === QUESTION) {
            this.state = S_XML_DECL_ENDING;
            this.fail("XML declaration is incomplete.");
            return;
        }
        if (isS(c)) {
            return;
        }
        if (c !== EQUAL) {
            this.fail("value required.");
        }
        this.state = S_XML_DECL_VALUE_START;
    }
    sXMLDeclValueStart() {
        const c = this.getCodeNorm();
        // The question mark character is not valid inside any of the XML
        // declaration name/value pairs.
        if (c === QUESTION) {
            this.state = S_XML_DECL_ENDING;
            this.fail("XML declaration is incomplete.");
            return;
        }
        if (isS(c)) {
            return;
        }
        if (!isQuote(c)) {
            this.fail("value must be quoted.");
            this.q = SPACE;
        }
        else {
            this.q = c;
        }
        this.state = S_XML_DECL_VALUE;
    }
    sXMLDeclValue() {
        const c = this.captureTo([this.q, QUESTION]);
        // The question mark character is not valid inside any of the XML
        // declaration name/value pairs.
        if (c === QUESTION) {
            this.state = S_XML_DECL_ENDING;
            this.text = "";
            this.fail("XML declaration is incomplete.");
            return;
        }
        if (c === EOC) {
            return;
        }
        const value = this.text;
        this.text = "";
        switch (this.name) {
            case "version": {
                this.xmlDeclExpects = ["encoding", "standalone"];
                const version = value;
                this.xmlDecl.version = version;
                // This is the test specified by XML 1.0 but it is fine for XML 1.1.
                if (!/^1\.[0-9]+$/.test(version)) {
                    this.fail("version number must match /^1\\.[0-9]+$/.");
                }
                // When forceXMLVersion is set, the XML declaration is ignored.
                else if (!this.opt.forceXMLVersion) {
                    this.setXMLVersion(version);
                }
                break;
            }
            case "encoding":
                if (!/^[A-Za-z][A-Za-z0-9._-]*$/.test(value)) {
                    this.fail("encoding value must match \
/^[A-Za-z0-9][A-Za-z0-9._-]*$/.");
                }
                this.xmlDeclExpects = ["standalone"];
                this.xmlDecl.encoding = value;
                break;
            case "standalone":
                if (value !== "yes" && value !== "no") {
                    this.fail("standalone value must match \"yes\" or \"no\".");
                }
                this.xmlDeclExpects = [];
                this.xmlDecl.standalone = value;
                break;
            default:
            // We don't need to raise an error here since we've already raised one
            // when checking what name was expected.
        }
        this.name = "";
        this.state = S_XML_DECL_SEPARATOR;
    }
    sXMLDeclSeparator() {
        const c = this.getCodeNorm();
        // The question mark character is not valid inside any of the XML
        // declaration name/value pairs.
        if (c === QUESTION) {
            // It is valid to go to S_XML_DECL_ENDING from this state.
            this.state = S_XML_DECL_ENDING;
            return;
        }
        if (!isS(c)) {
            this.fail("whitespace required.");
            this.unget();
        }
        this.state = S_XML_DECL_NAME_START;
    }
    sXMLDeclEnding() {
        var _a;
        const c = this.getCodeNorm();
        if (c === GREATER) {
            if (this.piTarget !== "xml") {
                this.fail("processing instructions are not allowed before root.");
            }
            else if (this.name !== "version" &&
                this.xmlDeclExpects.includes("version")) {
                this.fail("XML declaration must contain a version.");
            }
            (_a = this.xmldeclHandler) === null || _a === void 0 ? void 0 : _a.call(this, this.xmlDecl);
            this.name = "";
            this.piTarget = this.text = "";
            this.state = S_TEXT;
        }
        else {
            // We got here because the previous character was a ?, but the question
            // mark character is not valid inside any of the XML declaration
            // name/value pairs.
            this.fail("The character ? is disallowed anywhere in XML declarations.");
        }
        this.xmlDeclPossible = false;
    }
    sOpenTag() {
        var _a;
        const c = this.captureNameChars();
        if (c === EOC) {
            return;
        }
        const tag = this.tag = {
            name: this.name,
            attributes: Object.create(null),
        };
        this.name = "";
        if (this.xmlnsOpt) {
            this.topNS = tag.ns = Object.create(null);
        }
        (_a = this.openTagStartHandler) === null || _a === void 0 ? void 0 : _a.call(this, tag);
        this.sawRoot = true;
        if (!this.fragmentOpt && this.closedRoot) {
            this.fail("documents may contain only one root.");
        }
        switch (c) {
            case GREATER:
                this.openTag();
                break;
            case FORWARD_SLASH:
                this.state = S_OPEN_TAG_SLASH;
                break;
            default:
                if (!isS(c)) {
                    this.fail("disallowed character in tag name.");
                }
                this.state = S_ATTRIB;
        }
    }
    sOpenTagSlash() {
        if (this.getCode() === GREATER) {
            this.openSelfClosingTag();
        }
        else {
            this.fail("forward-slash in opening tag not followed by >.");
            this.state = S_ATTRIB;
        }
    }
    sAttrib() {
        const c = this.skipSpaces();
        if (c === EOC) {
            return;
        }
        if (isNameStartChar(c)) {
            this.unget();
            this.state = S_ATTRIB_NAME;
        }
        else if (c === GREATER) {
            this.openTag();
        }
        else if (c === FORWARD_SLASH) {
            this.state = S_OPEN_TAG_SLASH;
        }
        else {
            this.fail("disallowed character in attribute name.");
        }
    }
    sAttribName() {
        const c = this.captureNameChars();
        if (c === EQUAL) {
            this.state = S_ATTRIB_VALUE;
        }
        else if (isS(c)) {
            this.state = S_ATTRIB_NAME_SAW_WHITE;
        }
        else if (c === GREATER) {
            this.fail("attribute without value.");
            this.pushAttrib(this.name, this.name);
            this.name = this.text = "";
            this.openTag();
        }
        else if (c !== EOC) {
            this.fail("disallowed character in attribute name.");
        }
    }
    sAttribNameSawWhite() {
        const c = this.skipSpaces();
        switch (c) {
            case EOC:
                return;
            case EQUAL:
                this.state = S_ATTRIB_VALUE;
                break;
            default:
                this.fail("attribute without value.");
                // Should we do this???
                // this.tag.attributes[this.name] = "";
                this.text = "";
                this.name = "";
                if (c === GREATER) {
                    this.openTag();
                }
                else if (isNameStartChar(c)) {
                    this.unget();
                    this.state = S_ATTRIB_NAME;
                }
                else {
                    this.fail("disallowed character in attribute name.");
                    this.state = S_ATTRIB;
                }
        }
    }
    sAttribValue() {
        const c = this.getCodeNorm();
        if (isQuote(c)) {
            this.q = c;
            this.state = S_ATTRIB_VALUE_QUOTED;
        }
        else if (!isS(c)) {
            this.fail("unquoted attribute value.");
            this.state = S_ATTRIB_VALUE_UNQUOTED;
            this.unget();
        }
    }
    sAttribValueQuoted() {
        // We deliberately do not use captureTo here. The specialized code we use
        // here is faster than using captureTo.
        const { q, chunk } = this;
        let { i: start } = this;
        // eslint-disable-next-line no-constant-condition
        while (true) {
            switch (this.getCode()) {
                case q:
                    this.pushAttrib(this.name, this.text + chunk.slice(start, this.prevI));
                    this.name = this.text = "";
                    this.q = null;
                    this.state = S_ATTRIB_VALUE_CLOSED;
                    return;
                case AMP:
                    this.text += chunk.slice(start, this.prevI);
                    this.state = S_ENTITY;
                    this.entityReturnState = S_ATTRIB_VALUE_QUOTED;
                    return;
                case NL:
                case NL_LIKE:
                case TAB:
                    this.text += `${chunk.slice(start, this.prevI)} `;
                    start = this.i;
                    break;
                case LESS:
                    this.text += chunk.slice(start, this.prevI);
                    this.fail("disallowed character.");
                    return;
                case EOC:
                    this.text += chunk.slice(start);
                    return;
                default:
            }
        }
    }
    sAttribValueClosed() {
        const c = this.getCodeNorm();
        if (isS(c)) {
            this.state = S_ATTRIB;
        }
        else if (c === GREATER) {
            this.openTag();
        }
        else if (c === FORWARD_SLASH) {
            this.state = S_OPEN_TAG_SLASH;
        }
        else if (isNameStartChar(c)) {
            this.fail("no whitespace between attributes.");
            this.unget();
            this.state = S_ATTRIB_NAME;
        }
        else {
            this.fail("disallowed character in attribute name.");
        }
    }
    sAttribValueUnquoted() {
        // We don't do anything regarding EOL or space handling for unquoted
        // attributes. We already have failed by the time we get here, and the
        // contract that saxes upholds states that upon failure, it is not safe to
        // rely on the data passed to event handlers (other than
        // ``onerror``). Passing "bad" data is not a problem.
        const c = this.captureTo(ATTRIB_VALUE_UNQUOTED_TERMINATOR);
        switch (c) {
            case AMP:
                this.state = S_ENTITY;
                this.entityReturnState = S_ATTRIB_VALUE_UNQUOTED;
                break;
            case LESS:
                this.fail("disallowed character.");
                break;
            case EOC:
                break;
            default:
                if (this.text.includes("]]>")) {
                    this.fail("the string \"]]>\" is disallowed in char data.");
                }
                this.pushAttrib(this.name, this.text);
                this.name = this.text = "";
                if (c === GREATER) {
                    this.openTag();
                }
                else {
                    this.state = S_ATTRIB;
                }
        }
    }
    sCloseTag() {
        const c = this.captureNameChars();
        if (c === GREATER) {
            this.closeTag();
        }
        else if (isS(c)) {
            this.state = S_CLOSE_TAG_SAW_WHITE;
        }
        else if (c !== EOC) {
            this.fail("disallowed character in closing tag.");
        }
    }
    sCloseTagSawWhite() {
        switch (this.skipSpaces()) {
            case GREATER:
                this.closeTag();
                break;
            case EOC:
                break;
            default:
                this.fail("disallowed character in closing tag.");
        }
    }
    // END OF STATE ENGINE METHODS
    handleTextInRoot() {
        // This is essentially a specialized version of captureTo which is optimized
        // for performing the ]]> check. A previous version of this code, checked
        // ``this.text`` for the presence of ]]>. It simplified the code but was
        // very costly when character data contained a lot of entities to be parsed.
        //
        // Since we are using a specialized loop, we also keep track of the presence
        // of ]]> in text data. The sequence ]]> is forbidden to appear as-is.
        //
        let { i: start, forbiddenState } = this;
        const { chunk, textHandler: handler } = this;
        // eslint-disable-next-line no-labels, no-restricted-syntax
        scanLoop: 
        // eslint-disable-next-line no-constant-condition
        while (true) {
            switch (this.getCode()) {
                case LESS: {
                    this.state = S_OPEN_WAKA;
                    if (handler !== undefined) {
                        const { text } = this;
                        const slice = chunk.slice(start, this.prevI);
                        if (text.length !== 0) {
                            handler(text + slice);
                            this.text = "";
                        }
                        else if (slice.length !== 0) {
                            handler(slice);
                        }
                    }
                    forbiddenState = FORBIDDEN_START;
                    // eslint-disable-next-line no-labels
                    break scanLoop;
                }
                case AMP:
                    this.state = S_ENTITY;
                    this.entityReturnState = S_TEXT;
                    if (handler !== undefined) {
                        this.text += chunk.slice(start, this.prevI);
                    }
                    forbiddenState = FORBIDDEN_START;
                    // eslint-disable-next-line no-labels
                    break scanLoop;
                case CLOSE_BRACKET:
                    switch (forbiddenState) {
                        case FORBIDDEN_START:
                            forbiddenState = FORBIDDEN_BRACKET;
                            break;
                        case FORBIDDEN_BRACKET:
                            forbiddenState = FORBIDDEN_BRACKET_BRACKET;
                            break;
                        case FORBIDDEN_BRACKET_BRACKET:
                            break;
                        default:
                            throw new Error("impossible state");
                    }
                    break;
                case GREATER:
                    if (forbiddenState === FORBIDDEN_BRACKET_BRACKET) {
                        this.fail("the string \"]]>\" is disallowed in char data.");
                    }
                    forbiddenState = FORBIDDEN_START;
                    break;
                case NL_LIKE:
                    if (handler !== undefined) {
                        this.text += `${chunk.slice(start, this.prevI)}\n`;
                    }
                    start = this.i;
                    forbiddenState = FORBIDDEN_START;
                    break;
                case EOC:
                    if (handler !== undefined) {
                        this.text += chunk.slice(start);
                    }
                    // eslint-disable-next-line no-labels
                    break scanLoop;
                default:
                    forbiddenState = FORBIDDEN_START;
            }
        }
        this.forbiddenState = forbiddenState;
    }
    handleTextOutsideRoot() {
        // This is essentially a specialized version of captureTo which is optimized
        // for a specialized task. We keep track of the presence of non-space
        // characters in the text since these are errors when appearing outside the
        // document root element.
        let { i: start } = this;
        const { chunk, textHandler: handler } = this;
        let nonSpace = false;
        // eslint-disable-next-line no-labels, no-restricted-syntax
        outRootLoop: 
        // eslint-disable-next-line no-constant-condition
        while (true) {
            const code = this.getCode();
            switch (code) {
                case LESS: {
                    this.state = S_OPEN_WAKA;
                    if (handler !== undefined) {
                        const { text } = this;
                        const slice = chunk.slice(start, this.prevI);
                        if (text.length !== 0) {
                            handler(text + slice);
                            this.text = "";
                        }
                        else if (slice.length !== 0) {
                            handler(slice);
                        }
                    }
                    // eslint-disable-next-line no-labels
                    break outRootLoop;
                }
                case AMP:
                    this.state = S_ENTITY;
                    this.entityReturnState = S_TEXT;
                    if (handler !== undefined) {
                        this.text += chunk.slice(start, this.prevI);
                    }
                    nonSpace = true;
                    // eslint-disable-next-line no-labels
                    break outRootLoop;
                case NL_LIKE:
                    if (handler !== undefined) {
                        this.text += `${chunk.slice(start, this.prevI)}\n`;
                    }
                    start = this.i;
                    break;
                case EOC:
                    if (handler !== undefined) {
                        this.text += chunk.slice(start);
                    }
                    // eslint-disable-next-line no-labels
                    break outRootLoop;
                default:
                    if (!isS(code)) {
                        nonSpace = true;
                    }
            }
        }
        if (!nonSpace) {
            return;
        }
        // We use the reportedTextBeforeRoot and reportedTextAfterRoot flags
        // to avoid reporting errors for every single character that is out of
        // place.
        if (!this.sawRoot && !this.reportedTextBeforeRoot) {
            this.fail("text data outside of root node.");
            this.reportedTextBeforeRoot = true;
        }
        if (this.closedRoot && !this.reportedTextAfterRoot) {
            this.fail("text data outside of root node.");
            this.reportedTextAfterRoot = true;
        }
    }
    pushAttribNS(name, value) {
        var _a;
        const { prefix, local } = this.qname(name);
        const attr = { name, prefix, local, value };
        this.attribList.push(attr);
        (_a = this.attributeHandler) === null || _a === void 0 ? void 0 : _a.call(this, attr);
        if (prefix === "xmlns") {
            const trimmed = value.trim();
            if (this.currentXMLVersion === "1.0" && trimmed === "") {
                this.fail("invalid attempt to undefine prefix in XML 1.0");
            }
            this.topNS[local] = trimmed;
            nsPairCheck(this, local, trimmed);
        }
        else if (name === "xmlns") {
            const trimmed = value.trim();
            this.topNS[""] = trimmed;
            nsPairCheck(this, "", trimmed);
        }
    }
    pushAttribPlain(name, value) {
        var _a;
        const attr = { name, value };
        this.attribList.push(attr);
        (_a = this.attributeHandler) === null || _a === void 0 ? void 0 : _a.call(this, attr);
    }
    /**
     * End parsing. This performs final well-formedness checks and resets the
     * parser to a clean state.
     *
     * @returns this
     */
    end() {
        var _a, _b;
        if (!this.sawRoot) {
            this.fail("document must contain a root element.");
        }
        const { tags } = this;
        while (tags.length > 0) {
            const tag = tags.pop();
            this.fail(`unclosed tag: ${tag.name}`);
        }
        if ((this.state !== S_BEGIN) && (this.state !== S_TEXT)) {
            this.fail("unexpected end.");
        }
        const { text } = this;
        if (text.length !== 0) {
            (_a = this.textHandler) === null || _a === void 0 ? void 0 : _a.call(this, text);
            this.text = "";
        }
        this._closed = true;
        (_b = this.endHandler) === null || _b === void 0 ? void 0 : _b.call(this);
        this._init();
        return this;
    }
    /**
     * Resolve a namespace prefix.
     *
     * @param prefix The prefix to resolve.
     *
     * @returns The namespace URI or ``undefined`` if the prefix is not defined.
     */
    resolve(prefix) {
        var _a, _b;
        let uri = this.topNS[prefix];
        if (uri !== undefined) {
            return uri;
        }
        const { tags } = this;
        for (let index = tags.length - 1; index >= 0; index--) {
            uri = tags[index].ns[prefix];
            if (uri !== undefined) {
                return uri;
            }
        }
        uri = this.ns[prefix];
        if (uri !== undefined) {
            return uri;
        }
        return (_b = (_a = this.opt).resolvePrefix) === null || _b === void 0 ? void 0 : _b.call(_a, prefix);
    }
    /**
     * Parse a qname into its prefix and local name parts.
     *
     * @param name The name to parse
     *
     * @returns
     */
    qname(name) {
        // This is faster than using name.split(":").
        const colon = name.indexOf(":");
        if (colon === -1) {
            return { prefix: "", local: name };
        }
        const local = name.slice(colon + 1);
        const prefix = name.slice(0, colon);
        if (prefix === "" || local === "" || local.includes(":")) {
            this.fail(`malformed name: ${name}.`);
        }
        return { prefix, local };
    }
    processAttribsNS() {
        var _a;
        const { attribList } = this;
        const tag = this.tag;
        {
            // add namespace info to tag
            const { prefix, local } = this.qname(tag.name);
            tag.prefix = prefix;
            tag.local = local;
            const uri = tag.uri = (_a = this.resolve(prefix)) !== null && _a !== void 0 ? _a : "";
            if (prefix !== "") {
                if (prefix === "xmlns") {
                    this.fail("tags may not have \"xmlns\" as prefix.");
                }
                if (uri === "") {
                    this.fail(`unbound namespace prefix: ${JSON.stringify(prefix)}.`);
                    tag.uri = prefix;
                }
            }
        }
        if (attribList.length === 0) {
            return;
        }
        const { attributes } = tag;
        const seen = new Set();
        // Note: do not apply default ns to attributes:
        //   http://www.w3.org/TR/REC-xml-names/#defaulting
        for (const attr of attribList) {
            const { name, prefix, local } = attr;
            let uri;
            let eqname;
            if (prefix === "") {
                uri = name === "xmlns" ? XMLNS_NAMESPACE : "";
                eqname = name;
            }
            else {
                uri = this.resolve(prefix);
                // if there's any attributes with an undefined namespace,
                // then fail on them now.
                if (uri === undefined) {
                    this.fail(`unbound namespace prefix: ${JSON.stringify(prefix)}.`);
                    uri = prefix;
                }
                eqname = `{${uri}}${local}`;
            }
            if (seen.has(eqname)) {
                this.fail(`duplicate attribute: ${eqname}.`);
            }
            seen.add(eqname);
            attr.uri = uri;
            attributes[name] = attr;
        }
        this.attribList = [];
    }
    processAttribsPlain() {
        const { attribList } = this;
        // eslint-disable-next-line prefer-destructuring
        const attributes = this.tag.attributes;
        for (const { name, value } of attribList) {
            if (attributes[name] !== undefined) {
                this.fail(`duplicate attribute: ${name}.`);
            }
            attributes[name] = value;
        }
        this.attribList = [];
    }
    /**
     * Handle a complete open tag. This parser code calls this once it has seen
     * the whole tag. This method checks for well-formeness and then emits
     * ``onopentag``.
     */
    openTag() {
        var _a;
        this.processAttribs();
        const { tags } = this;
        const tag = this.tag;
        tag.isSelfClosing = false;
        // There cannot be any pending text here due to the onopentagstart that was
        // necessarily emitted before we get here. So we do not check text.
        (_a = this.openTagHandler) === null || _a === void 0 ? void 0 : _a.call(this, tag);
        tags.push(tag);
        this.state = S_TEXT;
        this.name = "";
    }
    /**
     * Handle a complete self-closing tag. This parser code calls this once it has
     * seen the whole tag. This method checks for well-formeness and then emits
     * ``onopentag`` and ``onclosetag``.
     */
    openSelfClosingTag() {
        var _a, _b, _c;
        this.processAttribs();
        const { tags } = this;
        const tag = this.tag;
        tag.isSelfClosing = true;
        // There cannot be any pending text here due to the onopentagstart that was
        // necessarily emitted before we get here. So we do not check text.
        (_a = this.openTagHandler) === null || _a === void 0 ? void 0 : _a.call(this, tag);
        (_b = this.closeTagHandler) === null || _b === void 0 ? void 0 : _b.call(this, tag);
        const top = this.tag = (_c = tags[tags.length - 1]) !== null && _c !== void 0 ? _c : null;
        if (top === null) {
            this.closedRoot = true;
        }
        this.state = S_TEXT;
        this.name = "";
    }
    /**
     * Handle a complete close tag. This parser code calls this once it has seen
     * the whole tag. This method checks for well-formeness and then emits
     * ``onclosetag``.
     */
    closeTag() {
        const { tags, name } = this;
        // Our state after this will be S_TEXT, no matter what, and we can clear
        // tagName now.
        this.state = S_TEXT;
        this.name = "";
        if (name === "") {
            this.fail("weird empty close tag.");
            this.text += "</>";
            return;
        }
        const handler = this.closeTagHandler;
        let l = tags.length;
        while (l-- > 0) {
            const tag = this.tag = tags.pop();
            this.topNS = tag.ns;
            handler === null || handler === void 0 ? void 0 : handler(tag);
            if (tag.name === name) {
                break;
            }
            this.fail("unexpected close tag.");
        }
        if (l === 0) {
            this.closedRoot = true;
        }
        else if (l < 0) {
            this.fail(`unmatched closing tag: ${name}.`);
            this.text += `</${name}>`;
        }
    }
    /**
     * Resolves an entity. Makes any necessary well-formedness checks.
     *
     * @param entity The entity to resolve.
     *
     * @returns The parsed entity.
     */
    parseEntity(entity) {
        // startsWith would be significantly slower for this test.
        if (entity[0] !== "#") {
            const defined = this.ENTITIES[entity];
            if (defined !== undefined) {
                return defined;
            }
            this.fail(this.isName(entity) ? "undefined entity." :
                "disallowed character in entity name.");
            return `&${entity};`;
        }
        let num = NaN;
        if (entity[1] === "x" && /^#x[0-9a-f]+$/i.test(entity)) {
            num = parseInt(entity.slice(2), 16);
        }
        else if (/^#[0-9]+$/.test(entity)) {
            num = parseInt(entity.slice(1), 10);
        }
        // The character reference is required to match the CHAR production.
        if (!this.isChar(num)) {
            this.fail("malformed character entity.");
            return `&${entity};`;
        }
        return String.fromCodePoint(num);
    }
}
exports.wT = SaxesParser;
//# sourceMappingURL=saxes.js.map

/***/ }),

/***/ 950:
/***/ ((__unused_webpack_module, exports) => {


/**
 * Character classes and associated utilities for the 5th edition of XML 1.0.
 *
 * @author Louis-Dominique Dubeau
 * @license MIT
 * @copyright Louis-Dominique Dubeau
 */
Object.defineProperty(exports, "__esModule", ({ value: true }));
//
// Fragments.
//
exports.CHAR = "\t\n\r -\uD7FF\uE000-\uFFFD\uD800\uDC00-\uDBFF\uDFFF";
exports.S = " \t\r\n";
// tslint:disable-next-line:max-line-length
exports.NAME_START_CHAR = ":A-Z_a-z\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u02FF\u0370-\u037D\u037F-\u1FFF\u200C\u200D\u2070-\u218F\u2C00-\u2FEF\u3001-\uD7FF\uF900-\uFDCF\uFDF0-\uFFFD\uD800\uDC00-\uDB7F\uDFFF";
exports.NAME_CHAR = "-" + exports.NAME_START_CHAR + ".0-9\u00B7\u0300-\u036F\u203F-\u2040";
//
// Regular expressions.
//
exports.CHAR_RE = new RegExp("^[" + exports.CHAR + "]$", "u");
exports.S_RE = new RegExp("^[" + exports.S + "]+$", "u");
exports.NAME_START_CHAR_RE = new RegExp("^[" + exports.NAME_START_CHAR + "]$", "u");
exports.NAME_CHAR_RE = new RegExp("^[" + exports.NAME_CHAR + "]$", "u");
exports.NAME_RE = new RegExp("^[" + exports.NAME_START_CHAR + "][" + exports.NAME_CHAR + "]*$", "u");
exports.NMTOKEN_RE = new RegExp("^[" + exports.NAME_CHAR + "]+$", "u");
var TAB = 9;
var NL = 0xA;
var CR = 0xD;
var SPACE = 0x20;
//
// Lists.
//
/** All characters in the ``S`` production. */
exports.S_LIST = [SPACE, NL, CR, TAB];
/**
 * Determines whether a codepoint matches the ``CHAR`` production.
 *
 * @param c The code point.
 *
 * @returns ``true`` if the codepoint matches ``CHAR``.
 */
function isChar(c) {
    return (c >= SPACE && c <= 0xD7FF) ||
        c === NL || c === CR || c === TAB ||
        (c >= 0xE000 && c <= 0xFFFD) ||
        (c >= 0x10000 && c <= 0x10FFFF);
}
exports.isChar = isChar;
/**
 * Determines whether a codepoint matches the ``S`` (space) production.
 *
 * @param c The code point.
 *
 * @returns ``true`` if the codepoint matches ``S``.
 */
function isS(c) {
    return c === SPACE || c === NL || c === CR || c === TAB;
}
exports.isS = isS;
/**
 * Determines whether a codepoint matches the ``NAME_START_CHAR`` production.
 *
 * @param c The code point.
 *
 * @returns ``true`` if the codepoint matches ``NAME_START_CHAR``.
 */
function isNameStartChar(c) {
    return ((c >= 0x41 && c <= 0x5A) ||
        (c >= 0x61 && c <= 0x7A) ||
        c === 0x3A ||
        c === 0x5F ||
        c === 0x200C ||
        c === 0x200D ||
        (c >= 0xC0 && c <= 0xD6) ||
        (c >= 0xD8 && c <= 0xF6) ||
        (c >= 0x00F8 && c <= 0x02FF) ||
        (c >= 0x0370 && c <= 0x037D) ||
        (c >= 0x037F && c <= 0x1FFF) ||
        (c >= 0x2070 && c <= 0x218F) ||
        (c >= 0x2C00 && c <= 0x2FEF) ||
        (c >= 0x3001 && c <= 0xD7FF) ||
        (c >= 0xF900 && c <= 0xFDCF) ||
        (c >= 0xFDF0 && c <= 0xFFFD) ||
        (c >= 0x10000 && c <= 0xEFFFF));
}
exports.isNameStartChar = isNameStartChar;
/**
 * Determines whether a codepoint matches the ``NAME_CHAR`` production.
 *
 * @param c The code point.
 *
 * @returns ``true`` if the codepoint matches ``NAME_CHAR``.
 */
function isNameChar(c) {
    return isNameStartChar(c) ||
        (c >= 0x30 && c <= 0x39) ||
        c === 0x2D ||
        c === 0x2E ||
        c === 0xB7 ||
        (c >= 0x0300 && c <= 0x036F) ||
        (c >= 0x203F && c <= 0x2040);
}
exports.isNameChar = isNameChar;
//# sourceMappingURL=ed5.js.map

/***/ }),

/***/ 488:
/***/ ((__unused_webpack_module, exports) => {


/**
 * Character classes and associated utilities for the 2nd edition of XML 1.1.
 *
 * @author Louis-Dominique Dubeau
 * @license MIT
 * @copyright Louis-Dominique Dubeau
 */
Object.defineProperty(exports, "__esModule", ({ value: true }));
//
// Fragments.
//
exports.CHAR = "\u0001-\uD7FF\uE000-\uFFFD\uD800\uDC00-\uDBFF\uDFFF";
exports.RESTRICTED_CHAR = "\u0001-\u0008\u000B\u000C\u000E-\u001F\u007F-\u0084\u0086-\u009F";
exports.S = " \t\r\n";
// tslint:disable-next-line:max-line-length
exports.NAME_START_CHAR = ":A-Z_a-z\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u02FF\u0370-\u037D\u037F-\u1FFF\u200C\u200D\u2070-\u218F\u2C00-\u2FEF\u3001-\uD7FF\uF900-\uFDCF\uFDF0-\uFFFD\uD800\uDC00-\uDB7F\uDFFF";
exports.NAME_CHAR = "-" + exports.NAME_START_CHAR + ".0-9\u00B7\u0300-\u036F\u203F-\u2040";
//
// Regular expressions.
//
exports.CHAR_RE = new RegExp("^[" + exports.CHAR + "]$", "u");
exports.RESTRICTED_CHAR_RE = new RegExp("^[" + exports.RESTRICTED_CHAR + "]$", "u");
exports.S_RE = new RegExp("^[" + exports.S + "]+$", "u");
exports.NAME_START_CHAR_RE = new RegExp("^[" + exports.NAME_START_CHAR + "]$", "u");
exports.NAME_CHAR_RE = new RegExp("^[" + exports.NAME_CHAR + "]$", "u");
exports.NAME_RE = new RegExp("^[" + exports.NAME_START_CHAR + "][" + exports.NAME_CHAR + "]*$", "u");
exports.NMTOKEN_RE = new RegExp("^[" + exports.NAME_CHAR + "]+$", "u");
var TAB = 9;
var NL = 0xA;
var CR = 0xD;
var SPACE = 0x20;
//
// Lists.
//
/** All characters in the ``S`` production. */
exports.S_LIST = [SPACE, NL, CR, TAB];
/**
 * Determines whether a codepoint matches the ``CHAR`` production.
 *
 * @param c The code point.
 *
 * @returns ``true`` if the codepoint matches ``CHAR``.
 */
function isChar(c) {
    return (c >= 0x0001 && c <= 0xD7FF) ||
        (c >= 0xE000 && c <= 0xFFFD) ||
        (c >= 0x10000 && c <= 0x10FFFF);
}
exports.isChar = isChar;
/**
 * Determines whether a codepoint matches the ``RESTRICTED_CHAR`` production.
 *
 * @param c The code point.
 *
 * @returns ``true`` if the codepoint matches ``RESTRICTED_CHAR``.
 */
function isRestrictedChar(c) {
    return (c >= 0x1 && c <= 0x8) ||
        c === 0xB ||
        c === 0xC ||
        (c >= 0xE && c <= 0x1F) ||
        (c >= 0x7F && c <= 0x84) ||
        (c >= 0x86 && c <= 0x9F);
}
exports.isRestrictedChar = isRestrictedChar;
/**
 * Determines whether a codepoint matches the ``CHAR`` production and does not
 * match the ``RESTRICTED_CHAR`` production. ``isCharAndNotRestricted(x)`` is
 * equivalent to ``isChar(x) && !isRestrictedChar(x)``. This function is faster
 * than running the two-call equivalent.
 *
 * @param c The code point.
 *
 * @returns ``true`` if the codepoint matches ``CHAR`` and does not match
 * ``RESTRICTED_CHAR``.
 */
function isCharAndNotRestricted(c) {
    return (c === 0x9) ||
        (c === 0xA) ||
        (c === 0xD) ||
        (c > 0x1F && c < 0x7F) ||
        (c === 0x85) ||
        (c > 0x9F && c <= 0xD7FF) ||
        (c >= 0xE000 && c <= 0xFFFD) ||
        (c >= 0x10000 && c <= 0x10FFFF);
}
exports.isCharAndNotRestricted = isCharAndNotRestricted;
/**
 * Determines whether a codepoint matches the ``S`` (space) production.
 *
 * @param c The code point.
 *
 * @returns ``true`` if the codepoint matches ``S``.
 */
function isS(c) {
    return c === SPACE || c === NL || c === CR || c === TAB;
}
exports.isS = isS;
/**
 * Determines whether a codepoint matches the ``NAME_START_CHAR`` production.
 *
 * @param c The code point.
 *
 * @returns ``true`` if the codepoint matches ``NAME_START_CHAR``.
 */
// tslint:disable-next-line:cyclomatic-complexity
function isNameStartChar(c) {
    return ((c >= 0x41 && c <= 0x5A) ||
        (c >= 0x61 && c <= 0x7A) ||
        c === 0x3A ||
        c === 0x5F ||
        c === 0x200C ||
        c === 0x200D ||
        (c >= 0xC0 && c <= 0xD6) ||
        (c >= 0xD8 && c <= 0xF6) ||
        (c >= 0x00F8 && c <= 0x02FF) ||
        (c >= 0x0370 && c <= 0x037D) ||
        (c >= 0x037F && c <= 0x1FFF) ||
        (c >= 0x2070 && c <= 0x218F) ||
        (c >= 0x2C00 && c <= 0x2FEF) ||
        (c >= 0x3001 && c <= 0xD7FF) ||
        (c >= 0xF900 && c <= 0xFDCF) ||
        (c >= 0xFDF0 && c <= 0xFFFD) ||
        (c >= 0x10000 && c <= 0xEFFFF));
}
exports.isNameStartChar = isNameStartChar;
/**
 * Determines whether a codepoint matches the ``NAME_CHAR`` production.
 *
 * @param c The code point.
 *
 * @returns ``true`` if the codepoint matches ``NAME_CHAR``.
 */
function isNameChar(c) {
    return isNameStartChar(c) ||
        (c >= 0x30 && c <= 0x39) ||
        c === 0x2D ||
        c === 0x2E ||
        c === 0xB7 ||
        (c >= 0x0300 && c <= 0x036F) ||
        (c >= 0x203F && c <= 0x2040);
}
exports.isNameChar = isNameChar;
//# sourceMappingURL=ed2.js.map

/***/ }),

/***/ 699:
/***/ ((__unused_webpack_module, exports) => {


/**
 * Character class utilities for XML NS 1.0 edition 3.
 *
 * @author Louis-Dominique Dubeau
 * @license MIT
 * @copyright Louis-Dominique Dubeau
 */
Object.defineProperty(exports, "__esModule", ({ value: true }));
//
// Fragments.
//
// tslint:disable-next-line:max-line-length
exports.NC_NAME_START_CHAR = "A-Z_a-z\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u02FF\u0370-\u037D\u037F-\u1FFF\u200C-\u200D\u2070-\u218F\u2C00-\u2FEF\u3001-\uD7FF\uF900-\uFDCF\uFDF0-\uFFFD\uD800\uDC00-\uDB7F\uDFFF";
exports.NC_NAME_CHAR = "-" + exports.NC_NAME_START_CHAR + ".0-9\u00B7\u0300-\u036F\u203F-\u2040";
//
// Regular expressions.
//
exports.NC_NAME_START_CHAR_RE = new RegExp("^[" + exports.NC_NAME_START_CHAR + "]$", "u");
exports.NC_NAME_CHAR_RE = new RegExp("^[" + exports.NC_NAME_CHAR + "]$", "u");
exports.NC_NAME_RE = new RegExp("^[" + exports.NC_NAME_START_CHAR + "][" + exports.NC_NAME_CHAR + "]*$", "u");
/**
 * Determines whether a codepoint matches [[NC_NAME_START_CHAR]].
 *
 * @param c The code point.
 *
 * @returns ``true`` if the codepoint matches.
 */
// tslint:disable-next-line:cyclomatic-complexity
function isNCNameStartChar(c) {
    return ((c >= 0x41 && c <= 0x5A) ||
        c === 0x5F ||
        (c >= 0x61 && c <= 0x7A) ||
        (c >= 0xC0 && c <= 0xD6) ||
        (c >= 0xD8 && c <= 0xF6) ||
        (c >= 0x00F8 && c <= 0x02FF) ||
        (c >= 0x0370 && c <= 0x037D) ||
        (c >= 0x037F && c <= 0x1FFF) ||
        (c >= 0x200C && c <= 0x200D) ||
        (c >= 0x2070 && c <= 0x218F) ||
        (c >= 0x2C00 && c <= 0x2FEF) ||
        (c >= 0x3001 && c <= 0xD7FF) ||
        (c >= 0xF900 && c <= 0xFDCF) ||
        (c >= 0xFDF0 && c <= 0xFFFD) ||
        (c >= 0x10000 && c <= 0xEFFFF));
}
exports.isNCNameStartChar = isNCNameStartChar;
/**
 * Determines whether a codepoint matches [[NC_NAME_CHAR]].
 *
 * @param c The code point.
 *
 * @returns ``true`` if the codepoint matches.
 */
function isNCNameChar(c) {
    return isNCNameStartChar(c) ||
        (c === 0x2D ||
            c === 0x2E ||
            (c >= 0x30 && c <= 0x39) ||
            c === 0x00B7 ||
            (c >= 0x0300 && c <= 0x036F) ||
            (c >= 0x203F && c <= 0x2040));
}
exports.isNCNameChar = isNCNameChar;
//# sourceMappingURL=ed3.js.map

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
// ESM COMPAT FLAG
__nccwpck_require__.r(__webpack_exports__);

// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  Pages: () => (/* binding */ Pages)
});

;// CONCATENATED MODULE: external "node:timers/promises"
const promises_namespaceObject = require("node:timers/promises");
;// CONCATENATED MODULE: ./lib/duration.js
/** The longest delay of a Node timer: https://nodejs.org/api/timers.html#settimeoutcallback-delay-args */
const maxTimerMs = (/* unused pure expression or super */ null && (2 ** 31 - 1));
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

;// CONCATENATED MODULE: ./lib/inputs/target.js
/** `line 3`, or `list.txt:3` for a line of a file. */
function showPlace({ file, line }) {
    return file === null ? `line ${line}` : `${file}:${line}`;
}

;// CONCATENATED MODULE: ./lib/check/page.js

/** The target for a page that a sitemap names. */
function pageOf(sitemap, named) {
    return { kind: "uri", ...requestFor(sitemap, named), expected: sitemap.pages };
}
/** The target for a sitemap that a sitemap index names. */
function nestedSitemapOf(sitemap, named) {
    const { pages, isRelative } = sitemap;
    return { kind: "sitemap", ...requestFor(sitemap, named), pages, isRelative, isNested: true };
}
function requestFor({ place, secrets, authorization, getsHeaders }, { address, shown, own }) {
    return { place, shown, secrets, address, authorization: own ? authorization : null, getsHeaders: own && getsHeaders };
}
/**
 * What is shown of a `<loc>` that leads to `address`: the text of the sitemap, unless it is relative, not fit to be
 * shown, or its origin was replaced.
 */
function shownOf(location, address) {
    if (location === address)
        return address;
    // Without an @ it has no credentials, and without white space and control characters it stays on one line.
    const isFit = /^https?:\/\/[^@\s\p{Cc}]*$/iu.test(location);
    const named = isFit ? toAddress(location, address) : null;
    return named !== null && originOf(named) === originOf(address) ? location : address;
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
function secrets_percentDecode(text) {
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
    const pair = `${secrets_percentDecode(username)}:${secrets_percentDecode(password)}`;
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
    return [password, secrets_percentDecode(password)].flatMap((form) => maskableLines(form, minPasswordLength));
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

;// CONCATENATED MODULE: ./lib/check/resolve.js





/** Resolves a location. */
function resolve(location, reading) {
    const { sitemap, listed, answeredAt, echoes, standIn } = reading;
    const named = toAddress(location, answeredAt);
    if (named === null)
        return { kind: "invalid" };
    const origin = originOf(named);
    const isReplaced = sitemap.isRelative && origin !== listed && origin === standIn;
    const own = origin === listed || isReplaced;
    if (!own && !isOn(answeredAt, origin))
        return { kind: "foreign", origin };
    // Joined as text: to `new URL`, two slashes at the start of a path would be another host.
    const address = isReplaced ? listed + named.slice(origin.length) : named;
    const typed = isReplaced ? address : shownOf(location, named);
    const shown = echoes.isInAddress(address) ? echoes.hide(address) : typed;
    return { kind: "here", named: { address, shown, own } };
}
/** What a sitemap names that is not asked for. */
class LeftOut {
    /** By origin. */
    #foreign = new Map();
    #invalid = null;
    add(resolved, location) {
        if (resolved.kind === "foreign")
            this.#foreign.set(resolved.origin, (this.#foreign.get(resolved.origin) ?? 0) + 1);
        else
            this.#invalid ??= location;
    }
    /** What to say of it; null: there is nothing. `total` counts all that is named, each of it a `noun`. */
    describe({ total, noun }) {
        const [first] = this.#foreign.keys();
        if (first !== undefined) {
            const number = [...this.#foreign.values()].reduce((sum, one) => sum + one);
            const others = this.#foreign.size - 1;
            return [
                `${number} of its ${count(total, noun)} ${number === 1 ? "is" : "are"} on another origin, and not asked for: `,
                { foreign: first },
                others === 0 ? "" : ` and ${count(others, "more origin")}`,
            ];
        }
        if (this.#invalid === null)
            return null;
        return ["it names what is no http(s) URI: ", { foreign: hideCredentials(this.#invalid).shown }];
    }
}
// A piece of foreign text that is longer says no more.
const maxForeign = 200;
/** A sentence about a sitemap without what a server must not get into it. */
function fitToShow(sentence, echoes) {
    return sentence.map((part) => {
        if (typeof part === "string")
            return part;
        return { foreign: echoes.isIn(part.foreign) ? "***" : cut(plainText(part.foreign), maxForeign) };
    });
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

// EXTERNAL MODULE: ./node_modules/saxes/saxes.js
var saxes = __nccwpck_require__(800);
;// CONCATENATED MODULE: ./lib/check/xml.js

/** A piece of XML that is not well-formed, or larger than any sitemap needs. `reason` may hold words of the text. */
class XmlError extends Error {
    line;
    reason;
    constructor(line, reason) {
        super(reason);
        this.line = line;
        this.reason = reason;
    }
}
// Far beyond any sitemap; without limits the work would grow with the square of the size.
const maxDepth = 100;
const maxAttributes = 100;
const maxNamespaceLength = 256;
/** Characters between two tags. */
const maxMarkupLength = 1024 * 1024;
/** Reads a document that comes in pieces, in memory that does not grow with it. Throws an `XmlError`. */
class XmlReader {
    #parser = new saxes/* SaxesParser */.wT({ xmlns: true, position: false });
    #listener;
    #depth = 0;
    #attributes = 0;
    #isStarted = false;
    #skippedLines = 0;
    #lineOfTag = 1;
    #sinceTag = 0;
    constructor(listener) {
        this.#listener = listener;
        this.#parser.on("opentag", (tag) => this.#open(tag));
        this.#parser.on("closetag", () => this.#close());
        this.#parser.on("text", (text) => listener.onText(text));
        this.#parser.on("cdata", (text) => listener.onText(text));
        this.#parser.on("attribute", ({ prefix, value }) => {
            this.#attributes += 1;
            if (this.#attributes > maxAttributes)
                throw new XmlError(this.line, "too many attributes");
            if (prefix === "xmlns" && value.length > maxNamespaceLength)
                throw new XmlError(this.line, "the name of a namespace is too long");
        });
        this.#parser.on("error", ({ message }) => {
            throw this.#explain(message.replace(/\.$/, ""));
        });
    }
    /** The line that is being read, from 1. */
    get line() {
        return this.#skippedLines + this.#parser.line;
    }
    /** Reads the next piece. White space in front of the XML declaration is skipped, as search engines do. */
    write(text) {
        const piece = this.#isStarted ? text : this.#skipSpace(text);
        if (piece === "")
            return;
        this.#isStarted = true;
        if (this.#sinceTag > maxMarkupLength)
            throw new XmlError(this.line, "over 1 MiB without a tag");
        this.#sinceTag += piece.length;
        this.#parser.write(piece);
    }
    /** The text is complete; so has to be the document. */
    end() {
        this.#parser.close();
    }
    /** The parser takes all up to the next semicolon for the name of an entity: a lone `&` is close to the last tag. */
    #explain(reason) {
        if (/^unclosed tag/.test(reason))
            return new XmlError(this.#lineOfTag, `${reason}, or a lone & behind it`);
        if (reason === "disallowed character in entity name")
            return new XmlError(this.#lineOfTag, "a lone &");
        return new XmlError(/^[a-z ]+ entity$/.test(reason) ? this.#lineOfTag : this.line, reason);
    }
    #skipSpace(text) {
        const piece = text.replace(/^[\s\ufeff]+/, "");
        this.#skippedLines += text.slice(0, text.length - piece.length).split("\n").length - 1;
        return piece;
    }
    #open({ name, local, uri }) {
        this.#meetTag();
        this.#attributes = 0;
        this.#depth += 1;
        if (this.#depth > maxDepth)
            throw new XmlError(this.line, `elements nested deeper than ${maxDepth}`);
        this.#listener.onOpen({ name, local, namespace: uri, depth: this.#depth });
    }
    #close() {
        this.#meetTag();
        this.#listener.onClose(this.#depth);
        this.#depth -= 1;
    }
    #meetTag() {
        this.#sinceTag = 0;
        this.#lineOfTag = this.line;
    }
}

;// CONCATENATED MODULE: ./lib/check/locations.js

/** Why a text is no sitemap that can be checked. */
class BrokenSitemap extends Error {
    problem;
    constructor(problem, options) {
        super("broken sitemap", options);
        this.problem = problem;
    }
}
// https://www.sitemaps.org/protocol.html
const maxEntries = 50_000;
// sitemaps.org says 2,048 characters; servers take URIs of 8 KiB.
const maxLocationLength = 8192;
// Enough of a text to tell what it is, if it is not XML.
const headLength = 1024;
const roots = {
    pages: { name: "urlset", entry: "url" },
    index: { name: "sitemapindex", entry: "sitemap" },
};
/** Collects the locations of a sitemap as its text comes in. */
class LocationReader {
    #xml = new XmlReader(this);
    #locations = [];
    #root = null;
    #head = "";
    #isInEntry = false;
    #entryLocations = 0;
    #location = null;
    /** Reads the next piece. Throws a `BrokenSitemap`. */
    write(text) {
        if (this.#head.length < headLength)
            this.#head += text.slice(0, headLength);
        this.#parse(() => this.#xml.write(text));
    }
    /** The text is complete. Throws a `BrokenSitemap`. */
    end() {
        this.#parse(() => this.#xml.end());
        const kind = this.#root?.kind ?? "pages";
        if (this.#locations.length === 0)
            throw new BrokenSitemap([kind === "pages" ? "no page in it" : "no sitemap in it"]);
        return { kind, locations: this.#locations };
    }
    onOpen({ name, local, namespace, depth }) {
        if (this.#location !== null)
            this.#refuse("an element within <loc>");
        this.#root ??= { kind: rootKind(name, local), namespace };
        // sitemaps.org's namespace has an old version and is misspelt: the root's is what counts. Extensions have another.
        if (namespace !== this.#root.namespace && namespace !== "")
            return;
        if (depth === 2)
            this.#openEntry(local, this.#root.kind);
        else if (depth === 3 && this.#isInEntry && local === "loc")
            this.#location = "";
    }
    onText(text) {
        if (this.#location === null)
            return;
        this.#location += text;
        if (this.#location.length > maxLocationLength)
            this.#refuse(`a <loc> of over ${maxLocationLength} characters`);
    }
    onClose(depth) {
        if (this.#location !== null)
            this.#add(this.#location.trim());
        if (depth !== 2 || !this.#isInEntry)
            return;
        if (this.#entryLocations === 0)
            this.#refuse("an entry without <loc>");
        this.#isInEntry = false;
    }
    #openEntry(local, kind) {
        const other = roots[kind === "pages" ? "index" : "pages"].entry;
        if (local === other)
            this.#refuse(`<${other}> within <${roots[kind].name}>`);
        this.#isInEntry = local === roots[kind].entry;
        this.#entryLocations = 0;
    }
    #add(location) {
        if (location === "")
            this.#refuse("an empty <loc>");
        // `new URL` would take these out, and ask for another address than the one that is written.
        if (/[\t\n\r]/.test(location))
            this.#refuse("a line break or tab within <loc>");
        if (location.includes("\ufffd"))
            this.#refuse("a <loc> that is not valid in its encoding");
        if (this.#locations.length === maxEntries)
            throw new BrokenSitemap(["more than 50,000 entries"]);
        // A copy: a piece of a string keeps all of it in memory, 34 MiB instead of 3 for 50,000 entries.
        this.#locations.push(Buffer.from(location).toString());
        this.#entryLocations += 1;
        this.#location = null;
    }
    #refuse(what) {
        throw new BrokenSitemap([`${what} in line ${this.#xml.line}`]);
    }
    #parse(step) {
        try {
            step();
        }
        catch (error) {
            if (!(error instanceof XmlError))
                throw error;
            const other = this.#root === null ? nameOther(this.#head) : null;
            const problem = other ?? [`broken XML in line ${error.line}: `, { foreign: error.reason }];
            throw new BrokenSitemap(problem, { cause: error });
        }
    }
}
function rootKind(name, local) {
    if (local === roots.pages.name)
        return "pages";
    if (local === roots.index.name)
        return "index";
    if (/^html$/i.test(local))
        throw new BrokenSitemap(htmlPage);
    throw new BrokenSitemap(["neither a urlset nor a sitemapindex, but: ", { foreign: name }]);
}
const htmlPage = ["an HTML page, not a sitemap"];
/** What it is that is not even the start of XML; null if it is. */
function nameOther(head) {
    const start = head.trimStart();
    if (start === "")
        return ["an empty body"];
    if (/<(!doctype\s+html|html|head|body)\b/i.test(start))
        return htmlPage;
    return start.startsWith("<") ? null : ["not XML"];
}

;// CONCATENATED MODULE: ./lib/check/sitemap.js



// https://www.sitemaps.org/protocol.html. A limit also for what is still coded.
const maxBytes = 50 * 1024 * 1024;
// The XML declaration is looked for in this much.
const headBytes = 1024;
/** Reads the body of a sitemap while it comes in. */
class SitemapReader {
    #inlet;
    /** Whether more of the body is of use: not once the sitemap is known to be broken. */
    get wantsMore() {
        return !this.#inlet.isDone;
    }
    /** Once `signal` is aborted, nobody waits for what is left to read. */
    constructor(headers, signal) {
        this.#inlet = new Inlet((body) => readBody(body, headers["content-encoding"], signal));
    }
    /** Takes the next chunk. Wait for the promise before the next one; it never rejects. */
    read(chunk) {
        return this.#inlet.write(chunk);
    }
    /**
     * The body is complete, or no more of it is wanted. A short one may unpack to 50 MiB, which takes seconds: null, if
     * the signal was aborted before all was read.
     */
    end() {
        return this.#inlet.end();
    }
}
async function readBody(body, contentEncoding, signal) {
    const text = new TextReader(chooseDecoder, headBytes);
    const locations = new LocationReader();
    try {
        const decoded = decode(body, { codings: sitemapCodings(contentEncoding), maxBytes });
        for await (const bytes of decoded) {
            if (signal?.aborted)
                return null;
            locations.write(text.read(bytes));
        }
        locations.write(text.end());
        return locations.end();
    }
    catch (error) {
        return { kind: "broken", problem: explain(error) };
    }
}
function explain(error) {
    if (error instanceof BrokenSitemap)
        return error.problem;
    if (error instanceof TooLongError)
        return ["over 50 MiB"];
    if (error instanceof CodingError)
        return [`not valid ${error.coding}`];
    throw error;
}
/** gzip is known by its first bytes, whatever Content-Encoding says: as its coding, as the file itself, or as both. */
function sitemapCodings(contentEncoding) {
    const declared = readCodings(contentEncoding);
    if (declared.kind === "unreadable")
        throw new BrokenSitemap([declared.obstacle]);
    return [...declared.codings.map((coding) => (coding === "gzip" ? "maybe gzip" : coding)), "maybe gzip"];
}
/** A decoder for the encoding that the XML declaration names: XML 1.0, section 4.3.3. */
function chooseDecoder(head) {
    const start = head.toString("latin1", 0, headBytes);
    const name = /^\s*<\?xml\s[^>]*?\bencoding\s*=\s*["']([^"'<>]*)["']/.exec(start)?.[1];
    // What can be read here is not UTF-16, whatever it says; .NET says so of its strings.
    if (name === undefined || /^(utf-?16|ucs-?2|iso-10646)/i.test(name))
        return new TextDecoder();
    const decoder = decoderFor(name);
    if (decoder === null)
        throw new BrokenSitemap(["an encoding that cannot be read: ", { foreign: name }]);
    return decoder;
}

;// CONCATENATED MODULE: ./lib/check/pages.js








/** A run takes at most this many pages. */
const maxPages = 100_000;
/**
 * The pages of a run that sitemaps name. A sitemap is foreign text: it adds nothing from an origin that is not its own.
 */
class Pages {
    #shard;
    #lines = new Map();
    /** How many pages each sitemap names, before the shard is cut. */
    #counts = new Map();
    #taken = 0;
    constructor(shard) {
        this.#shard = shard;
    }
    openReader(headers, signal) {
        return new SitemapReader(headers, signal);
    }
    /** Takes what a sitemap holds; null, if the signal was aborted before all was taken. */
    async take(sitemap, { answeredAt, content, echoes, signal }) {
        if (content.kind === "broken")
            return broken(fitToShow(content.problem, echoes));
        const { kind, locations } = content;
        const isIndex = kind === "index";
        if (isIndex && sitemap.isNested)
            return broken(["it is a sitemap index within a sitemap index"]);
        const line = this.#lineOf(sitemap);
        const listed = originOf(sitemap.address);
        line.standIns[kind] ??= firstOrigin(locations, answeredAt);
        const reading = { sitemap, listed, answeredAt, echoes, standIn: line.standIns[kind] };
        const resolved = await toTargets(locations, reading, { toTarget: isIndex ? nestedSitemapOf : pageOf, signal });
        if (resolved === null)
            return null;
        const { targets, leftOut } = resolved;
        if (!isIndex && !this.#hasRoom(sitemap, targets.length)) {
            return broken([`with its ${count(targets.length, "page")} the run would have over ${maxPages}`]);
        }
        const mine = isIndex || this.#shard === null ? targets : takeShard(targets, this.#shard);
        const { found, named } = own(sitemap, line, mine);
        if (!isIndex)
            this.#taken += found.length;
        const noun = isIndex ? "sitemap" : "page";
        const problem = leftOut.describe({ total: locations.length, noun });
        const judgement = problem === null ? { kind: "as expected" } : noAnswer(fitToShow(problem, echoes));
        return { judgement, found, named: { count: named, noun } };
    }
    /** An empty shard is no failure, but may be a mistake. */
    warnings() {
        if (this.#shard === null || this.#counts.size === 0 || this.#taken > 0)
            return [];
        return [`shard: this part (${this.#shard.index}/${this.#shard.count}) has none of the sitemap's pages`];
    }
    #lineOf({ place }) {
        const key = showPlace(place);
        const known = this.#lines.get(key);
        if (known)
            return known;
        const line = { owners: new Map(), standIns: { pages: null, index: null } };
        this.#lines.set(key, line);
        return line;
    }
    #hasRoom(sitemap, pages) {
        const others = [...this.#counts].reduce((sum, [other, number]) => (other === sitemap ? sum : sum + number), 0);
        if (others + pages > maxPages)
            return false;
        this.#counts.set(sitemap, pages);
        return true;
    }
}
/** Which targets nothing on the line has named before, and how many this sitemap was the first to name. */
function own(sitemap, { owners }, targets) {
    const found = targets.filter(({ address }) => !owners.has(address));
    for (const { address } of found)
        owners.set(address, sitemap);
    return { found, named: targets.filter(({ address }) => owners.get(address) === sitemap).length };
}
/** The origin of the first location that is an http(s) URI. */
function firstOrigin(locations, base) {
    for (const location of locations) {
        const address = toAddress(location, base);
        if (address !== null)
            return originOf(address);
    }
    return null;
}
// To look for secrets in one location that a hostile server made takes 10 ms.
const locationsPerTurn = 20;
/**
 * What locations lead to, each address once, and what of them is not asked for; null, if the signal was aborted before
 * all were resolved.
 */
async function toTargets(locations, reading, { toTarget, signal }) {
    const targets = new Map();
    const leftOut = new LeftOut();
    for (const [index, location] of locations.entries()) {
        if (index % locationsPerTurn === 0)
            await (0,promises_namespaceObject.setImmediate)();
        if (signal.aborted)
            return null;
        const resolved = resolve(location, reading);
        if (resolved.kind !== "here")
            leftOut.add(resolved, location);
        else if (!targets.has(resolved.named.address))
            targets.set(resolved.named.address, toTarget(reading.sitemap, resolved.named));
    }
    return { targets: [...targets.values()], leftOut };
}
function noAnswer(cause) {
    return { kind: "no answer", cause };
}
function broken(problem) {
    return { judgement: noAnswer(problem), found: [], named: null };
}

module.exports = __webpack_exports__;
/******/ })()
;