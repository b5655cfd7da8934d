#pragma once

#include "app/domain/Dossier.h"
#include "app/domain/EventFindings.h"

namespace motcua::domain::checks {

/// What several events say alike. Each names in `f` the first field that is not right.
void check(Findings& f, const Signer& signer);
void check(Findings& f, const ProcedureVersion& procedure);
void check(Findings& f, const Applicant& applicant);
void check(Findings& f, const Page& page);
void check(Findings& f, const std::vector<Paper>& papers);
void check(Findings& f, const std::vector<FeeLine>& fees);
void check(Findings& f, const QJsonObject& facts, const char* field);
void check(Findings& f, const JobTerms& job);
void check(Findings& f, const std::vector<Party>& parties, const std::optional<Extension>& extension, const QDateTime& due);
void check(Findings& f, const EntryReference& slip, const QString& number);

}
