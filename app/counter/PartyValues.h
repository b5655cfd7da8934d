#pragma once

#include "app/domain/jobs/JobKind.h"

#include <QJsonObject>

namespace motcua::counter {

/// The parties as an attestation's template asks for them: "people", those who put their names to the paper, the list "party_ROLE" of every role of
/// the kind, and how all of `people` did it ("manner": "ký, điểm chỉ"). `papers`: of the kind "general", for who issued an identity paper that does
/// not say so itself. A kind that is not known (null) has no roles: all are `people`.
QJsonObject partyValues(const domain::JobKind* job, const std::vector<domain::IdentityPaperKind>& papers, const std::vector<domain::Party>& parties);

/// "Thẻ căn cước số 022090001234, do Bộ Công an cấp ngày 05/03/2025"; dots to write on where nothing is known.
QString identityWords(const domain::Party& party, const std::vector<domain::IdentityPaperKind>& papers);

/// Who certifies, as an attestation's sentence has it: title with the agency, "Phó Chủ tịch Ủy ban nhân dân phường Bãi Cháy", "Giám đốc Trung tâm
/// Phục vụ hành chính công, Ủy ban nhân dân phường Bãi Cháy".
QString titleWithAgency(const QString& title, const QString& agency);

}
