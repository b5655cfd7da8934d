#pragma once

#include <QtGlobal>

/// Where the platform's services live and the bounds both sides keep; the contract is openapi.yaml beside this file.
namespace motcua::protocol {

namespace address {
inline constexpr char enrolments[] = "/v1/enrolments";           ///< on the enrolment listener, as the next; everything else on the main one
inline constexpr char enrolmentCheck[] = "/v1/enrolments/check"; ///< what an enrolment would say; uses no code up
inline constexpr char health[] = "/v1/health";                   ///< on both
inline constexpr char mark[] = "/v1/mark";
inline constexpr char records[] = "/v1/records";
inline constexpr char feed[] = "/v1/feed";
inline constexpr char claims[] = "/v1/claims";
inline constexpr char leases[] = "/v1/leases";               ///< what a desk wants of the numbers of its unit's books
inline constexpr char activations[] = "/v1/activations";     ///< binds a person's key to a desk
inline constexpr char blobs[] = "/v1/blobs";                 ///< tus 1.0: POST creates, the Location answered uploads
inline constexpr char blobsByHash[] = "/v1/blobs/by-hash/";  ///< + SHA-256, hex: HEAD asks whether it is held; to tus an upload that is complete
inline constexpr char blobsContent[] = "/v1/blobs/content/"; ///< + SHA-256, hex: GET
}

/// The port of an address that names none (RFC 9110 §4.2.2).
inline constexpr int httpsPort = 443;

namespace header {
/// With each question for the feed: the newest record version that the station reads. Left out by stations of the first version.
inline constexpr char reads[] = "Motcua-Reads";
/// With records: "stand", if the station knows that a record which is refused keeps its place in the chain, so that what follows it goes on.
/// Left out: the chain stands still there.
inline constexpr char refused[] = "Motcua-Refused";
inline constexpr char refusedStand[] = "stand";
/// With records: the station key's signature over the batch's last record, base64; see headText(). Left out by stations of before.
inline constexpr char head[] = "Motcua-Head";
}

namespace limit {
inline constexpr int recordsPerBatch = 2000;
inline constexpr int recordsPerAct = 16; ///< of one person's signature; a longer transaction is signed in several acts
inline constexpr qint64 batchBytes = 8 * 1024 * 1024;
inline constexpr qint64 payloadBytes = 1024 * 1024;   ///< of one record
inline constexpr qint64 jsonBytes = 1024 * 1024;      ///< of every other JSON body
inline constexpr int members = 100;                   ///< of one object of a request, unknown ones too, which are passed over
inline constexpr qint64 blobBytes = 64 * 1024 * 1024; ///< of a whole blob, which may come in one request
inline constexpr int wishes = 20;                     ///< of one question for numbers
inline constexpr int feedItems = 1000;                ///< of one page
inline constexpr int feedWaitSeconds = 25;
}

}
